import { atEnd } from './cleanup'

/** Gives the browser of this test a property that it has not, or takes one away. */
export function setNavigator(name: string, value: unknown) {
  const before = Object.getOwnPropertyDescriptor(navigator, name)
  Object.defineProperty(navigator, name, { value, configurable: true })
  atEnd(() => (before ? Object.defineProperty(navigator, name, before) : Reflect.deleteProperty(navigator, name)))
}

/** What is copied, in its order; or why nothing can be. */
export function useClipboardDouble(problem?: Error): string[] {
  const copied: string[] = []
  const writeText = (text: string) => (problem ? Promise.reject(problem) : Promise.resolve(void copied.push(text)))
  setNavigator('clipboard', { writeText })
  return copied
}

import { inject, type InjectionKey } from 'vue'

/** What is provided above the component that asks. Throws where nothing is: the page was put together wrongly. */
export function injected<T>(key: InjectionKey<T>): T {
  const value = inject(key)
  if (!value) throw new Error(`Nothing provides "${key.description}" above this component.`)
  return value
}

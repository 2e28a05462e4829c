import { shallowReactive } from 'vue'

/** Fields in which a time is typed in part: there null does not mean "none", so nothing may be sent before it is finished. */
export function useUnfinishedTimes() {
  const names = shallowReactive(new Set<string>())
  return {
    tell: (name: string, unfinished: boolean) => void (unfinished ? names.add(name) : names.delete(name)),
    has: (name: string) => names.has(name),
    any: () => names.size > 0,
  }
}

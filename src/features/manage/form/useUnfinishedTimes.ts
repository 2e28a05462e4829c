/** Fields in which a time is typed in part: there null does not mean "none", so nothing may be sent before it is finished. */
export function useUnfinishedTimes() {
  const names = new Set<string>()
  return {
    tell(name: string, unfinished: boolean) {
      if (unfinished) names.add(name)
      else names.delete(name)
    },
    any: () => names.size > 0,
  }
}

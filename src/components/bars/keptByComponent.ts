import type { ServiceComponent } from '@/domain/component/component'

/** Gives the value of before for as long as a new one says the same: a row whose props are the same ones is not drawn anew. */
export function keptByComponent<T extends object>(isSame: (a: T, b: T) => boolean) {
  const kept = new WeakMap<ServiceComponent, T>()
  return (component: ServiceComponent, now: T): T => {
    const before = kept.get(component)
    if (before && isSame(before, now)) return before
    kept.set(component, now)
    return now
  }
}

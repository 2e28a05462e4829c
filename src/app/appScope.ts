import { effectScope, type App, type EffectScope } from 'vue'

/** For effects outside of components that are to end with the page. */
export function appScope(app: App): EffectScope {
  const scope = effectScope(true)
  app.onUnmount(() => scope.stop())
  return scope
}

import type { ServiceComponent } from '@/domain/component/component'
import type { ComponentState } from '@/domain/component/componentState'
import { levelModel, type LevelModel } from './level'
import type { ViewContext } from './viewContext'

/** What this browser follows, in its order. */
export interface FollowedModel {
  readonly title: string
  readonly entries: readonly { readonly id: string; readonly name: string; readonly href: string; readonly level: LevelModel }[]
}

/**
 * @param ids of what is followed; what is not listed any more is left out
 * @param hrefOf the page of a component
 * @returns null where there is nothing to show
 */
export function followedModel(
  context: Omit<ViewContext, 'now'>,
  ids: Iterable<string>,
  components: readonly ServiceComponent[],
  states: ReadonlyMap<string, ComponentState>,
  hrefOf: (component: ServiceComponent) => string,
): FollowedModel | null {
  const byId = new Map(components.map(component => [component.id, component]))
  const entries = [...ids].flatMap(id => {
    const component = byId.get(id)
    const state = states.get(id)
    return component && state
      ? [{ id, name: component.name, href: hrefOf(component), level: levelModel(context, state.level) }]
      : []
  })
  return entries.length ? { title: context.speech.t('app.following'), entries } : null
}

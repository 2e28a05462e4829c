import type { ServiceComponent } from '@/domain/component/component'
import { isMaintenanceBeside, type ComponentState } from '@/domain/component/componentState'
import type { ComponentGroup } from '@/domain/component/grouping'
import type { Level } from '@/domain/severity/severity'
import type { Translator } from '@/i18n/translator'
import { levelModel, type LevelModel } from './level'
import type { ViewContext } from './viewContext'

/** A component beside its days. */
export interface RowHeadModel {
  readonly name: string
  readonly href: string
  readonly description?: string | undefined
  /** That the configuration gives every component. */
  readonly links: readonly { readonly name: string; readonly url: string }[]
}

/** @param href of the component's own page */
export const rowHeadModel = (
  { name }: ServiceComponent,
  href: string,
  description: string | undefined,
  links: RowHeadModel['links'],
): RowHeadModel => ({ name, href, description, links })

/** The state of a component; maintenance that something worse hides is said beside it. */
export const rowStateModel = (context: Omit<ViewContext, 'now'>, state: ComponentState): LevelModel =>
  levelModel(context, state.level, isMaintenanceBeside(state) ? context.speech.t('components.inMaintenance') : undefined)

/** The head of a group of components. */
export interface GroupHeadModel {
  readonly title: string
  readonly count: string
  /** The worst state in it. */
  readonly level: LevelModel
}

/** What a group is called; null = it has no value of the label. */
export const groupName = ({ dataNames }: Translator, { by, name }: Pick<ComponentGroup, 'by' | 'name'>): string | null =>
  by === null || name === null ? name : dataNames.labelValue(by, name)

/** @param whole the group without a filter, where `group` is what a filter leaves of it */
export function groupHeadModel(context: Omit<ViewContext, 'now'>, group: ComponentGroup, whole = group): GroupHeadModel {
  const { t, tn } = context.speech
  const [n, total] = [group.components.length, whole.components.length]
  return {
    title: groupName(context.speech, group) ?? t('components.groupOther'),
    count: n < total ? t('components.groupPart', { n, total }) : tn('components.groupCount', n),
    level: levelModel(context, whole.level),
  }
}

/** The components of a group that go well, where a narrow screen has no room for them. */
export interface FoldModel {
  readonly text: string
  /** The worst of them; null while they are shown. */
  readonly level: LevelModel | null
  readonly isOpen: boolean
}

/** @param worst of those that are folded */
export const foldModel = (context: Omit<ViewContext, 'now'>, n: number, worst: Level, isOpen: boolean): FoldModel => ({
  text: isOpen ? context.speech.t('components.fewer') : context.speech.tn('components.more', n),
  level: isOpen ? null : levelModel(context, worst),
  isOpen,
})

/** What stands above the bars: their first and last day, and of how many days the availability speaks. */
export interface AxisModel {
  readonly first: string
  readonly last: string
  readonly availability: string
}

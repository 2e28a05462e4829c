import { computed, shallowRef } from 'vue'
import { dateOf } from '@/domain/time/calendar'
import type { PhaseReference } from '@/domain/incident/incident'
import { matchTemplate, type TemplateMatch, type TemplateNames } from '@/domain/writing/matchTemplate'
import { fillTemplate, type PlaceholderValues, type TemplateTexts } from '@/domain/writing/template'
import { useDisplay } from '@/composables/display'
import { useWriting } from '@/operator/useWriting'
import { createFormat } from '@/i18n/timeFormat'
import { useLocalized } from '@/composables/useLocalized'
import type { Management } from '@/operator/useManagement'
import { ownTemplateStorage, type TemplateKind, type TemplateSaving } from './ownTemplates'

interface Template extends TemplateTexts, TemplateNames {
  readonly id: string
  readonly name: string
  readonly own: boolean
}

/** What placeholders are filled from. Times are epoch milliseconds. */
export interface TemplateSubject {
  readonly componentIds: readonly string[]
  readonly beganAt: number | null
  readonly endedAt: number | null
  /** Of the incident, for updates of it. */
  readonly title?: string
}

/** What a template does to a form. What is missing stays as it is. */
export interface AppliedTemplate extends TemplateTexts {
  readonly severity?: number
  readonly typeId?: string
  readonly phase?: PhaseReference
}

export interface FilledTemplate {
  readonly applied: AppliedTemplate
  /** Names of the placeholders that nothing is known for. */
  readonly open: readonly string[]
  readonly unmatched: TemplateMatch['unmatched']
}

/** The names that texts may contain in braces. */
export const PLACEHOLDERS = ['components', 'begin', 'end', 'date', 'duration', 'title'] as const

/** The templates for one kind of form: those of the configuration and those that this browser keeps. */
export function useTemplates({ provider, store, names, phases }: Management, kind: () => TemplateKind) {
  const { config, id: providerId } = provider
  const localized = useLocalized()
  const writing = useWriting(provider)
  const { zone, now } = useDisplay()
  // What is filled in stands in a text for readers.
  const format = createFormat({ zone: () => zone.value, locale: () => writing.locale, now: () => now.value })
  const storage = ownTemplateStorage(`scs-status template ${new URL(document.baseURI).pathname} ${config.apiUrl} ${providerId} `)
  const own = shallowRef(storage.list())

  const templates = computed<readonly Template[]>(() => [
    ...config.templates
      .map((template, index) => ({ ...template, id: String(index + 1), own: false }))
      .filter(template => template.kind === kind())
      .map(({ name, title, description = '', ...rest }) => ({
        ...rest,
        name: localized(name),
        title: writing.localized(title),
        description: writing.localized(description),
      })),
    ...own.value.filter(template => template.kind === kind()).map(template => ({ ...template, own: true })),
  ])

  function valuesOf({ componentIds, beganAt, endedAt, title }: TemplateSubject): PlaceholderValues {
    const components = [...new Set(componentIds)].map(id => names.value.get(id)).filter(name => name !== undefined)
    return {
      components: format.list(components),
      begin: beganAt === null ? undefined : format.dateTime(beganAt),
      end: endedAt === null ? undefined : format.dateTime(endedAt),
      date: beganAt === null ? undefined : format.day(dateOf(beganAt, zone.value)),
      duration: beganAt === null || endedAt === null || endedAt < beganAt ? undefined : format.duration(endedAt - beganAt),
      title,
    } satisfies Record<(typeof PLACEHOLDERS)[number], string | undefined>
  }

  return {
    templates,
    /** What a template becomes for a form as it stands; null where there is no such template. */
    fill(id: string, subject: TemplateSubject): FilledTemplate | null {
      const template = templates.value.find(one => one.id === id)
      if (!template) return null
      const { filled, open } = fillTemplate(template, valuesOf(subject))
      const { unmatched, ...matched } = matchTemplate(template, {
        scale: store.scale,
        types: store.impactTypes,
        phases: phases.value,
      })
      return { applied: { ...filled, ...matched }, open, unmatched }
    },
    saveOwn(name: string, { title, description }: TemplateTexts): TemplateSaving {
      const saving = storage.save({ id: crypto.randomUUID(), kind: kind(), name: name.trim(), title, description })
      own.value = storage.list()
      return saving
    },
    remove(id: string) {
      storage.remove(id)
      own.value = storage.list()
    },
  }
}

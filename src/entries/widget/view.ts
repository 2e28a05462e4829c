import { appearanceOf, type Appearance } from '@/theme/levelAppearance'
import type { Level } from '@/domain/severity/severity'
import { createFormat, type Format } from './format'
import type { Statement, WidgetState } from './widgetState'
import { widgetTexts, type WordLanguage } from './texts'
import { errorWord, levelWord, type Words } from './words'

/** All that an element shows, in words. What is empty is not shown. */
export interface View {
  readonly language: WordLanguage
  readonly look: Appearance
  readonly isLoading: boolean
  readonly name: string
  readonly headline: string
  /** Behind the headline of a badge: its doubt or its begin, in a few words. */
  readonly aside: string
  /** Whole sentences: why what is said may not hold. */
  readonly reasons: readonly string[]
  readonly age: string
  readonly components: readonly {
    readonly name: string
    readonly look: Appearance
    readonly word: string
    readonly beside: string
  }[]
  readonly incidents: readonly { readonly title: string; readonly since: string }[]
}

/**
 * @param now epoch milliseconds
 * @param names of severities, by those of the server
 */
export function viewOf(state: WidgetState, language: WordLanguage, now: number, names?: ReadonlyMap<string, string>): View {
  const { statement, level, name, doubt, confirmedAt, components, incidents } = state
  const text: Words = widgetTexts[language]
  const format = createFormat(language, now, names)
  const since = (instant: number | null = null) =>
    instant === null ? '' : format.text(text.component.since, { time: format.time(instant) })
  // What nobody confirms has its age, or how long nobody could.
  const age = !doubt ? '' : confirmedAt === null ? since(doubt.failures[0]?.since) : `${text.app.asOf} ${format.ago(confirmedAt)}`
  const beside = (isBeside: boolean) => (isBeside ? text.components.inMaintenance : '')
  return {
    language,
    look: appearanceOf(level),
    isLoading: statement.kind === 'loading',
    name,
    headline: headlineOf(statement, state, text, format),
    aside: [age, beside(state.maintenanceBeside)].filter(Boolean).join(', ') || since(state.since),
    reasons: statement.kind === 'noApi' ? [text.element.noApi] : reasonsOf(state, text, format, since),
    age: doubt || confirmedAt === null ? '' : `${text.app.asOf} ${format.time(confirmedAt)}`,
    components: components.map(one => ({
      name: one.name,
      look: appearanceOf(one.level),
      word: stateOf(one.level, text, format),
      beside: beside(one.maintenanceBeside),
    })),
    incidents: incidents.map(incident => ({
      title: incident.title || text.incident[incident.isMaintenance ? 'untitledMaintenance' : 'untitled'],
      since: since(incident.since),
    })),
  }
}

/** Where it could not be confirmed, with its age. */
function stateOf(level: Level, text: Words, format: Format): string {
  const at = level.lastKnown?.at ?? null
  return levelWord(text, level, format) + (at === null ? '' : `, ${format.ago(at)}`)
}

function headlineOf(statement: Statement, { level }: WidgetState, text: Words, format: Format): string {
  switch (statement.kind) {
    case 'verdict':
      return format.text(text.banner[statement.verdict], { n: statement.affected })
    case 'level':
      return levelWord(text, level, format)
    case 'loading':
      return text.banner.loading
    case 'noComponent':
      return text.component.notFound
    case 'noApi':
      return text.banner.unknown
    case 'retired':
    case 'noLabel':
      return text.element[statement.kind]
  }
}

function reasonsOf(
  { doubt, confirmedAt }: WidgetState,
  text: Words,
  format: Format,
  since: (instant: number) => string,
): string[] {
  if (!doubt) return []
  const reasons = doubt.failures.map(failure => `${errorWord(text, failure.kind)}, ${since(failure.since)}.`)
  if (doubt.isSkewed) reasons.push(text.element.clock)
  if (doubt.invalidCount) reasons.push(format.text(text.element.unreadable, { n: doubt.invalidCount }))
  if (confirmedAt !== null) reasons.push(`${text.app.asOf} ${format.ago(confirmedAt)} (${format.time(confirmedAt)}).`)
  return reasons
}

import { isolated } from '@/domain/characters'
import type { ComponentState } from '@/domain/component/componentState'
import type { Incident } from '@/domain/incident/incident'
import type { Level } from '@/domain/severity/severity'
import { affectingLevel, type StatusPart, type Verdict } from '@/domain/status/verdict'
import { levelName } from './levelName'
import type { Translator } from '@/i18n/translator'
import type { Format } from '@/i18n/timeFormat'

/** What the words of the banner are made of. */
export interface VerdictFacts {
  readonly verdict: Verdict
  /** Of the components that the verdict counts. */
  readonly states: ReadonlyMap<string, ComponentState>
  /** Component names by id. */
  readonly names: ReadonlyMap<string, string>
  /** Parts that came, but of which entries could not be read. */
  readonly readInPart?: readonly string[]
  /** When the data was read, epoch milliseconds; null = never. */
  readonly confirmedAt: number | null
  /** Epoch milliseconds. */
  readonly now: number
  readonly nextMaintenance: Incident | null
  /** When the worst that is ongoing is expected to end, epoch milliseconds; null = nobody announced it. */
  readonly until: number | null
  /** For a past instant: what is said where no problem is on record. */
  readonly nothingKnown?: string | undefined
}

/** The banner in words below its title; an empty text = there is nothing to say. */
export interface VerdictWords {
  readonly explanation: string
  readonly since: string
  /** When it is expected to end, or that nobody says so. */
  readonly until: string
  /** What could not be read. */
  readonly missing: string
  /** Where something is missing or old: when what is shown was confirmed. */
  readonly lastKnown: string
  readonly counts: string
  readonly upcoming: string
}

const MAX_NAMES = 3

/** The verdict in a few words, for the tab and for lists. */
export function headlineOf({ t, tn }: Translator, { kind, counts }: Verdict): string {
  return kind === 'affected' ? tn('banner.affected', counts.affected) : t(`banner.${kind}`)
}

/**
 * The verdict as a title: what is affected and how badly, a line each level, by name where that are few; else how many and the worst.
 * @param names of components by id; without them, counts
 */
export function bannerLines(
  speech: Translator,
  { verdict, states, names }: Pick<VerdictFacts, 'verdict' | 'states' | 'names'>,
): string[] {
  if (verdict.kind !== 'affected') return [headlineOf(speech, verdict)]
  const { affected } = verdict.counts
  if (isNamed({ verdict, states, names }))
    return affectedByLevel(states).map(([level, ids]) =>
      stateOf(speech, level, ids.map(id => isolated(names.get(id)!)).join(', ')),
    )
  return [speech.tn('banner.affectedWorst', affected, { level: levelName(speech, verdict.level) })]
}

const stateOf = (speech: Translator, level: Level, names: string) =>
  `${speech.t('app.label', { name: names })} ${levelName(speech, level)}`

/** Whether the title names all that is affected. */
function isNamed({ verdict, states, names }: Pick<VerdictFacts, 'verdict' | 'states' | 'names'>): boolean {
  const affected = affectedByLevel(states).flatMap(([, ids]) => ids)
  return verdict.counts.affected <= MAX_NAMES && affected.length > 0 && affected.every(id => names.has(id))
}

export function verdictWords(speech: Translator, format: Format, facts: VerdictFacts): VerdictWords {
  const { t } = speech
  const { verdict, confirmedAt, now, nextMaintenance } = facts
  const { missing, since } = verdict
  const isUnconfirmed = missing.length > 0 || verdict.stale
  const upcomingAt = nextMaintenance?.beganAt ?? null
  return {
    explanation: explanationOf(speech, format, facts),
    since: since === null ? '' : t('banner.since', { time: format.shortTime(since), duration: format.duration(now - since) }),
    until: untilOf(speech, format, facts),
    missing: missingWords(speech, format, missing, facts.readInPart),
    lastKnown:
      isUnconfirmed && confirmedAt !== null
        ? t('banner.lastKnown', { ago: format.ago(confirmedAt), time: format.shortTime(confirmedAt) })
        : '',
    counts: countsOf(speech, verdict),
    upcoming: upcomingAt === null ? '' : t('banner.upcoming', { when: format.relative(upcomingAt) }),
  }
}

/** What could not be loaded, and what came but could not be read; empty = neither. */
export function missingWords(
  { t }: Translator,
  format: Format,
  missing: readonly StatusPart[],
  readInPart: readonly string[] = [],
): string {
  const say = (key: 'banner.missing' | 'banner.readInPart', parts: readonly StatusPart[]) =>
    parts.length ? t(key, { parts: format.list(parts.map(part => t(`part.${part}`))) }) : ''
  const isInPart = (part: StatusPart) => readInPart.includes(part)
  return [
    say(
      'banner.missing',
      missing.filter(part => !isInPart(part)),
    ),
    say('banner.readInPart', missing.filter(isInPart)),
  ]
    .filter(Boolean)
    .join(' ')
}

function explanationOf(speech: Translator, format: Format, { verdict, states, names, nothingKnown }: VerdictFacts): string {
  const { t } = speech
  const nameList = (ids: readonly string[]): string => {
    const all = ids.map(id => names.get(id) ?? id)
    const shown = all.slice(0, MAX_NAMES)
    return all.length > MAX_NAMES
      ? t('banner.andMore', { names: shown.map(isolated).join(', '), n: all.length - MAX_NAMES })
      : format.list(shown)
  }
  switch (verdict.kind) {
    case 'operational':
      return nothingKnown ?? t('banner.operationalText')
    case 'notice':
      return t('banner.noticeText', { names: nameList(verdict.worst) })
    case 'maintenance':
      return t('banner.maintenanceText', { names: nameList(verdict.worst) })
    case 'affected':
      if (isNamed({ verdict, states, names })) return ''
      return affectedByLevel(states)
        .map(([level, ids]) => t('banner.affectedText', { level: levelName(speech, level), names: nameList(ids) }))
        .join(' ')
    case 'incident':
      return t(verdict.missing.includes('components') ? 'banner.incidentUnknownText' : 'banner.incidentText')
    case 'partial':
      return t('banner.partialClean')
    case 'unknown':
      return t(verdict.missing.length || verdict.stale ? 'banner.unknownText' : 'banner.undecidedText')
    case 'empty':
      return t('banner.emptyText')
  }
}

/** Of a past moment nothing is expected any more. */
function untilOf({ t }: Translator, format: Format, { verdict, until, nothingKnown }: VerdictFacts): string {
  if (nothingKnown !== undefined || (verdict.kind !== 'affected' && verdict.kind !== 'incident')) return ''
  return until === null ? t('banner.noEnd') : t('banner.until', { time: format.shortTime(until) })
}

/** What is wrong, worst first: each level with the components that stand at it. */
function affectedByLevel(states: ReadonlyMap<string, ComponentState>): [Level, string[]][] {
  const byLevel = new Map<Level, string[]>()
  for (const [id, state] of states) {
    const level = affectingLevel(state)
    if (level) byLevel.set(level, [...(byLevel.get(level) ?? []), id])
  }
  return [...byLevel].sort(([a], [b]) => b.rank - a.rank)
}

function countsOf({ t, tn }: Translator, { counts: { total, affected, maintenance, unknown } }: Verdict): string {
  const operational = total - affected - maintenance - unknown
  const parts = [
    operational && t('banner.countOperational', { n: operational }),
    affected && t('banner.countAffected', { n: affected }),
    maintenance && t('banner.countMaintenance', { n: maintenance }),
    unknown && t('banner.countUnknown', { n: unknown }),
  ].filter(part => part !== 0)
  return total ? `${tn('banner.countsOf', total, { total })} ${parts.join(', ')}.` : ''
}

import { ref } from 'vue'
import { startOfRecords } from '@/domain/time/calendar'
import { isInstantOrDay } from '@/config/time'
import { historyIn, openStatus, TOKEN, type OpenStatus } from '@/cli/openStatus'
import { UsageError, type ExitCode } from '@/cli/exitCodes'
import { plain, safeJson } from '@/cli/plainText'
import { targetOf, type TargetOptions } from '@/cli/target'
import { hasColors, type Terminal } from '@/cli/terminal'
import { useStatusAt } from '@/stores/statusAt'
import { viewContextOf } from '@/cli/words'
import { createPaint } from './paint'
import { reportText } from './reportText'
import { checkLabels, componentCalled, membersOf, type Choice, type Selection } from './selection'
import { statusFacts, type StatusSource } from './statusFacts'
import { exitCodeOf, reportOf } from './statusReport'
import { watchStatus, type Told } from './watchStatus'

export interface StatusOptions extends TargetOptions {
  readonly json?: boolean | undefined
  /** A name or an id. */
  readonly component?: string | undefined
  readonly label?: Selection['labels'] | undefined
  /** An instant or a day. */
  readonly at?: string | undefined
  /** Seconds between two reads; missing = one read. */
  readonly watch?: number | undefined
}

/**
 * `scs-status status`: reads once and says how it is, or again and again where it watches. Throws `UsageError`; a server that does not
 * answer is no error but an answer.
 */
export async function status(options: StatusOptions, terminal: Terminal): Promise<ExitCode> {
  const { setting, language, zone, warnings } = await targetOf(options)
  for (const warning of warnings) terminal.err(`warning: ${plain(warning)}\n`)
  const at = options.at === undefined ? null : instantOf(options.at, zone)
  const open = openStatus({ setting: watched(setting, options.watch), token: terminal.env[TOKEN] || undefined, zone })
  try {
    if (at !== null && at >= open.clock.read()) throw new UsageError('--at must be a moment that has passed.')
    const context = viewContextOf(open, language, zone, at)
    const paint = createPaint(hasColors(terminal))
    const choose = createChooser(options, open)
    const tell = (source: StatusSource): Told => {
      const facts = statusFacts(source, choose(source), language)
      const report = reportOf(facts, { context, language })
      const json = () => (options.watch === undefined ? tidyJson(report) : safeJson(report))
      return { report, text: options.json ? `${json()}\n` : reportText(facts, context, language, paint) }
    }
    if (options.watch !== undefined) {
      const separator = options.json ? '' : '\n'
      return exitCodeOf(await watchStatus(open, { seconds: options.watch, tell: () => tell(open), separator }, terminal))
    }
    const { report, text } = tell(at === null ? await readNow(open) : await readPast(open, at))
    terminal.out(text)
    return exitCodeOf(report)
  } finally {
    open.close()
  }
}

async function readNow(open: OpenStatus): Promise<StatusSource> {
  await open.store.refresh()
  return open
}

/**
 * The status at a past instant, as today's records tell it (docs/domain.md, "Status at a past instant"); read when it is answered.
 * Reads fail as the store's do: they are told in it.
 * @param at epoch milliseconds, before now
 */
async function readPast({ provider, clock, store, zone }: OpenStatus, at: number): Promise<StatusSource> {
  const { view, load } = useStatusAt(provider, clock, ref(at), ref(zone))
  const historyOf = historyIn(view, ref(at), zone, provider.config)
  // One after the other: what the status brings decides which details the instant needs.
  await store.refresh()
  await load()
  return { provider, clock, zone, store: view, at, historyOf }
}

/** For people as well: a run of days in one line. No text of it has a line break, so only what is a run looks like one. */
const tidyJson = (report: unknown) =>
  safeJson(report, 2).replace(/\[\n\s+(\d+),\n\s+("(?:[^"\\]|\\.)*"|null)\n\s+\]/g, '[$1, $2]')

/** A day begins in the zone. */
function instantOf(text: string, zone: string): number {
  const instant = isInstantOrDay(text) ? startOfRecords(text, zone) : null
  if (instant === null)
    throw new UsageError(`--at must be a day (2026-01-01) or a time with its offset (2026-01-01T08:00:00Z), not ${plain(text)}`)
  return instant
}

/** What is read every so often must not be old before it is read again. */
function watched<T extends { readonly config: OpenStatus['provider']['config'] }>(setting: T, seconds: number | undefined): T {
  const { config } = setting
  const staleAfterSeconds = Math.max(config.staleAfterSeconds, 2 * (seconds ?? 0))
  return { ...setting, config: { ...config, staleAfterSeconds } }
}

/** Which components are meant, by what the server lists. What was found once is meant from then on, even when it is renamed or gone. */
function createChooser({ component: wanted, label: labels = [] }: StatusOptions, { store }: OpenStatus) {
  let found: Selection | null = null
  return ({ store: { listedComponents, summary } }: StatusSource): Selection => {
    if (found) return found
    const choice: Choice = {
      components: listedComponents,
      sentNames: new Map(store.sentComponents.map(({ id, name }) => [id, name])),
      isPartial: summary.missing.includes('components'),
    }
    const component = wanted === undefined ? null : componentCalled(wanted, choice)
    checkLabels(labels, choice)
    const selection = { component, labels }
    if (membersOf(listedComponents, selection).length) found = selection
    return selection
  }
}

import { isMaintenanceBeside } from '@/domain/component/componentState'
import { sortComponents } from '@/domain/component/grouping'
import { isolated, isVisible } from '@/domain/characters'
import type { Incident } from '@/domain/incident/incident'
import { expectedEnd, hasMaintenance, incidentLevel } from '@/domain/incident/moment'
import type { Language } from '@/i18n/messages'
import { readInPart } from '@/stores/queryState'
import { bannerModel } from '@/statusView/model/banner'
import { impactsModel } from '@/statusView/model/impacts'
import { incidentModel, maintenanceModel, type UpdateModel } from '@/statusView/model/incident'
import { levelModel } from '@/statusView/model/level'
import type { ViewContext } from '@/statusView/model/viewContext'
import type { Paint } from './paint'
import { partName, reasonText } from './problems'
import { isWhole } from './selection'
import type { StatusFacts } from './statusFacts'

/** So many lines a list: a storm of a thousand is told by its count and the worst of it. */
const MOST = 40
const NAMED_COMPONENTS = 6

interface Writing {
  readonly facts: StatusFacts
  readonly context: ViewContext
  readonly language: Language
  readonly paint: Paint
}

/** The status for a person at a terminal, in the words of the page; with a line break at its end. */
export function reportText(facts: StatusFacts, context: ViewContext, language: Language, paint: Paint): string {
  const writing = { facts, context, language, paint }
  const blocks = [
    head(writing),
    listed(writing, 'incident.ongoing', facts.ongoing, one => incidentLines(writing, one)),
    listed(writing, 'maintenance.title', facts.inProgress, one => maintenanceLines(writing, one)),
    listed(
      writing,
      facts.upcoming.every(hasMaintenance) ? 'maintenance.upcoming' : 'maintenance.upcomingMixed',
      facts.upcoming,
      one => maintenanceLines(writing, one),
    ),
    components(writing),
    problems(writing),
  ]
  return `${blocks.flatMap(lines => (lines.length ? [lines.join('\n')] : [])).join('\n\n')}\n`
}

/** The verdict, what it rests on, and when that was read. */
function head({ facts, context, paint }: Writing): string[] {
  const { source, verdict, states, names, readAt } = facts
  const { store, at, provider } = source
  const { t } = context.speech
  const { format } = context
  const banner = bannerModel(context, {
    verdict,
    states,
    names,
    readInPart: readInPart(store.failures),
    confirmedAt: store.confirmedAt,
    nextMaintenance: facts.upcoming.find(hasMaintenance) ?? null,
    until: expectedEnd(facts.ongoing, store.scale),
    nothingKnown: at === undefined ? undefined : t('past.nothingKnown'),
  })
  const title = [provider.config.title, scope(facts), at === undefined ? '' : t('past.title', { time: format.dateTime(at) })]
  const said = [...banner.paragraphs, ...banner.facts, at === undefined ? '' : t('past.explain')]
  // The banner says for itself that nothing was read.
  const read = readAt === null ? '' : `${t('app.asOf')} ${format.dateTime(readAt)}`
  return [
    paint(title.filter(Boolean).join(' – '), 'bold'),
    ...banner.lines.map(line => paint.level(verdict.level, line)),
    ...said.filter(Boolean).map(line => `  ${paint(line)}`),
    ...(read ? [`  ${paint(read, 'gray')}`] : []),
  ]
}

/** What was asked for, where that is not all. */
function scope({ selection, names }: StatusFacts): string {
  if (isWhole(selection)) return ''
  const { component, labels } = selection
  return component === null ? labels.map(label => label.join('=')).join(' ') : isolated(names.get(component) ?? component)
}

const labelled = ({ speech }: ViewContext, name: string, text: string) => `${speech.t('app.label', { name })} ${text}`

function listed<T>(
  { context: { speech }, paint }: Writing,
  title: Parameters<ViewContext['speech']['t']>[0],
  items: readonly T[],
  lines: (item: T) => readonly string[],
): string[] {
  if (!items.length) return []
  const rest = items.length - MOST
  return [
    paint(speech.t(title), 'bold'),
    ...items.slice(0, MOST).flatMap(lines),
    ...(rest > 0 ? [`  ${paint(speech.t('incident.andMore', { n: rest }))}`] : []),
  ]
}

function incidentLines({ facts, context, paint }: Writing, incident: Incident): string[] {
  const { scale, generations, newestUpdates } = facts.source.store
  const model = incidentModel(context, incident, { scale, generations, update: newestUpdates.get(incident.id) }, '')
  const begin =
    typeof model.begin === 'string' ? model.begin : `${model.begin.label} ${model.begin.time.text} ${model.begin.lasting}`
  const end = model.end && `${model.end.label} ${model.end.time.text}`
  return [
    `  ${paint.level(incidentLevel(incident, scale), labelled(context, model.level.word, isolated(model.title)))}`,
    ...indented(paint, [
      [begin, end, model.phase?.text].filter(Boolean).join(', '),
      model.odd,
      affected(context, facts, incident),
      updateLine(context, model),
    ]),
  ]
}

function maintenanceLines({ facts, context, paint }: Writing, incident: Incident): string[] {
  const { scale, newestUpdates } = facts.source.store
  const model = maintenanceModel(context, incident, { scale, update: newestUpdates.get(incident.id) }, '')
  const level = hasMaintenance(incident) ? scale.maintenance : incidentLevel(incident, scale)
  return [
    `  ${paint.level(level, labelled(context, [model.level.word, ...model.level.notes].join(', '), isolated(model.title)))}`,
    ...indented(paint, [
      [model.window, model.countdown].filter(Boolean).join(', '),
      affected(context, facts, incident),
      updateLine(context, model),
    ]),
  ]
}

const indented = (paint: Paint, lines: readonly string[]) => lines.filter(Boolean).map(line => `    ${paint(line)}`)

function affected(context: ViewContext, { source, names }: StatusFacts, incident: Incident): string {
  const { label, entries, more, nothing } = impactsModel(context, incident, source.store.scale, names, NAMED_COMPONENTS)
  const named = entries.map(({ name, icon }) => `${isolated(name)} (${icon.label ?? ''})`)
  return labelled(context, label, [...named, more].filter(Boolean).join(', ') || nothing)
}

/** The newest update in one line. */
function updateLine(
  context: ViewContext,
  { update, noUpdate }: { readonly update: UpdateModel | null; readonly noUpdate: string },
): string {
  if (!update) return noUpdate
  const { label, time, title, description } = update
  const when = time ? ` ${time.text}${time.ago ? ` (${time.ago})` : ''}` : ''
  const first =
    description
      .slice(0, 2_000)
      .split(/\r\n?|\n/)
      .find(isVisible) ?? ''
  return labelled(context, `${label}${when}`, [title, first].filter(isVisible).map(isolated).join(' – '))
}

/** Those that are not fine, worst first. */
function components(writing: Writing): string[] {
  const { facts, context, paint } = writing
  const { source, states } = facts
  const { t } = context.speech
  const { format } = context
  const all = sortComponents(facts.components, states, source.store.scale, { problemsFirst: true, locale: writing.language })
  const bad = isWhole(facts.selection) ? all.filter(({ id }) => states.get(id)!.level.kind !== 'operational') : all
  return listed(writing, 'components.title', bad, ({ id, name }) => {
    const state = states.get(id)!
    const model = levelModel(context, state.level, isMaintenanceBeside(state) ? t('components.inMaintenance') : undefined)
    const since =
      state.since === null
        ? []
        : [
            `${t('incident.since')} ${format.shortTime(state.since)} ${t('incident.lasting', { duration: format.duration(context.now - state.since) })}`,
          ]
    return [
      `  ${paint.level(state.level, labelled(context, isVisible(name) ? name : id, [model.word, ...model.notes, ...since].join(', ')))}`,
    ]
  })
}

/** What could not be read, and why; what failed for one reason is said once. */
function problems(writing: Writing): string[] {
  const { facts, context, language } = writing
  const { failures } = facts.source.store
  const byReason = new Map<string, string[]>()
  for (const failure of failures) {
    const reason = reasonText(context, language, failure)
    byReason.set(reason, [...(byReason.get(reason) ?? []), partName(context, failure)])
  }
  const title = failures.some(({ error }) => error) ? 'error.title' : 'error.droppedTitle'
  return listed(writing, title, [...byReason], ([reason, parts]) => [
    `  ${writing.paint(labelled(context, context.format.list([...new Set(parts)]), reason))}`,
  ])
}

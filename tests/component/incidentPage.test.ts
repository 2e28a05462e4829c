import { fireEvent, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildImpactType, buildIncident, buildUpdate } from '../support/builders'
import { say } from '../support/browser/texts'
import { HOUR_MS, MINUTE_MS, wireTime } from '../support/clock'
import { dataOf, failing, renderIncident } from '../support/incidentPage'
import { around, factsIn, inTurn, rowsOf, updateTitles } from '../support/roles'
import { impactOn, ongoing, textOf } from '../support/status'

const { id } = ongoing([])

describe('the impacts', () => {
  it('are one row each, worst first, with severity, value and type', async () => {
    const affects = [impactOn('Network', 10), impactOn('Compute', 90), { ...impactOn('Network', 50), type: uuidOf('loss') }]
    const { getByRole } = await renderIncident(dataOf(ongoing(affects)))
    const { displayName, description } = buildImpactType()
    const type = expect.stringMatching(inTurn(displayName!, description!)) as string
    const severity = (name: string, value: number) => `${name}, ${say('incident.value', { value })}`
    expect(rowsOf(getByRole('table'))).toEqual([
      ['Compute', severity('Critical', 90), type],
      ['Network', severity('Major', 50), 'Packet loss'],
      ['Network', severity('Minor', 10), type],
    ])
  })

  it('on what is hidden, of unknown type, without a severity say so', async () => {
    const affects = [{ reference: uuidOf('hidden'), type: uuidOf('nobody knows') }]
    const { getByRole } = await renderIncident(dataOf(ongoing(affects)))
    expect(rowsOf(getByRole('table'))).toEqual([
      [say('incident.hiddenComponent'), say('level.unknown'), say('incident.unknownType')],
    ])
  })

  it('of maintenance have no value', async () => {
    const { getByRole } = await renderIncident(dataOf(ongoing([impactOn('Compute', 0)], { endedAt: wireTime(HOUR_MS) })))
    expect(rowsOf(getByRole('table'))[0]![1]).toBe(say('level.maintenance'))
  })

  it('that are missing are said to be missing', async () => {
    const { getByText, queryByRole } = await renderIncident(dataOf(ongoing([])))
    expect(getByText(say('incident.noImpacts'))).toBeDefined()
    expect(queryByRole('table')).toBeNull()
  })
})

describe('the affected components', () => {
  const chips = (page: HTMLElement) => within(within(page).getByRole('list', { name: say('incident.componentsAffected') }))

  it('are named once each with the worst that happened to them, and lead to their pages', async () => {
    const affects = [impactOn('Network', 10), impactOn('Compute', 90), impactOn('Network', 50), impactOn('hidden', 10)]
    const { element } = await renderIncident(dataOf(ongoing(affects)))
    const list = chips(element)
    expect(list.getAllByRole('listitem').map(textOf)).toEqual([
      expect.stringMatching(inTurn('Compute', 'Critical')),
      expect.stringMatching(inTurn('Network', 'Major')),
      expect.stringMatching(inTurn(say('incident.hiddenComponent'), 'Minor')),
    ])
    expect(list.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual(
      ['Compute', 'Network'].map(name => `/status/components/${uuidOf(name)}`),
    )
  })

  it('are folded up after eight', async () => {
    const affects = Array.from({ length: 11 }, (_, index) => impactOn(`Number ${index}`, 50))
    const { element, getByRole } = await renderIncident(dataOf(ongoing(affects)))
    const shown = () => chips(element).getAllByText(say('incident.hiddenComponent')).length
    expect(shown()).toBe(8)
    fireEvent.click(getByRole('button', { name: say('incident.andMore', { n: 3 }) }))
    await nextTick()
    expect(shown()).toBe(11)
  })
})

describe('the phase', () => {
  it('is told by its place among those of its list, and claims none before it', async () => {
    const { getByRole } = await renderIncident(dataOf(ongoing([], { phase: { generation: 1, order: 1 } })))
    const { getByText, getAllByRole } = within(getByRole('region', { name: say('incident.phase') }))
    expect(getByText(say('incident.phaseOf', { n: 2, total: 3 }))).toBeDefined()
    expect(getAllByRole('listitem').map(step => step.getAttribute('aria-current'))).toEqual([null, 'step', null])
  })
})

describe('the times', () => {
  const state = say('incident.state')
  it.each<[string, Partial<WireIncident>, object]>([
    [
      'ongoing',
      {},
      {
        [state]: say('incident.stateOngoing'),
        [say('incident.begins')]: 'Tue 10 Mar, 11:00 UTC (60 minutes ago)',
        [say('incident.endsExpected')]: say('incident.noEnd'),
        [say('incident.duration')]: '1 hr',
      },
    ],
    [
      'ended',
      { endedAt: wireTime(-MINUTE_MS) },
      {
        [state]: say('incident.stateEnded'),
        [say('incident.ends')]: 'Tue 10 Mar, 11:59 UTC (1 minute ago)',
        [say('incident.duration')]: '59 mins',
      },
    ],
    [
      'ongoing, with an end to come',
      { endedAt: wireTime(HOUR_MS) },
      { [state]: say('incident.stateOngoing'), [say('incident.endsExpected')]: 'Tue 10 Mar, 13:00 UTC (in 60 minutes)' },
    ],
    [
      'scheduled',
      { beganAt: wireTime(HOUR_MS) },
      { [state]: say('incident.stateScheduled'), [say('incident.duration')]: say('incident.durationUnknown') },
    ],
    [
      'of which nobody knows the begin',
      { beganAt: null, endedAt: wireTime(HOUR_MS) },
      { [say('incident.begins')]: say('incident.sinceUnknown') },
    ],
    ['that contradict each other', { endedAt: wireTime(-2 * HOUR_MS) }, { [state]: say('incident.stateInvalid') }],
  ])('%s', async (_, times, facts) => {
    const { element } = await renderIncident(dataOf(ongoing([impactOn('Compute', 50)], times)))
    expect(factsIn(element)).toMatchObject(facts)
    expect(Object.keys(factsIn(element))).toHaveLength(4)
  })

  it('that contradict each other have a notice, and a duration that nobody knows', async () => {
    const { element, getByText } = await renderIncident(
      dataOf(ongoing([impactOn('Compute', 50)], { endedAt: wireTime(-2 * HOUR_MS) })),
    )
    expect(getByText(say('incident.endsBeforeBegin'))).toBeDefined()
    expect(factsIn(element)[say('incident.duration')]).toBe(say('incident.durationUnknown'))
  })

  it('of which the begin cannot be read have a notice and no begin', async () => {
    const { element, getByText } = await renderIncident(dataOf(ongoing([impactOn('Compute', 50)], { beganAt: 'yesterday' })))
    expect(getByText(say('incident.beginUnreadable'))).toBeDefined()
    expect(textOf(element)).toContain(say('incident.sinceUnknown'))
  })

  it('of a maintenance without an end say that it is missing', async () => {
    const { element } = await renderIncident(dataOf(ongoing([impactOn('Compute', 0)])))
    expect(factsIn(element)).toMatchObject({
      [state]: say('incident.stateInProgress'),
      [say('incident.endsExpected')]: say('incident.endMissing'),
    })
  })
})

describe('the updates', () => {
  const updates = [
    buildUpdate({ order: 2, displayName: 'Mended', createdAt: wireTime(-10 * MINUTE_MS) }),
    buildUpdate({ order: 0, displayName: 'Looking', createdAt: wireTime(-30 * MINUTE_MS) }),
    buildUpdate({ order: 1, displayName: 'A word from before', createdAt: wireTime(-5 * MINUTE_MS) }),
    buildUpdate({ order: 3, displayName: '', createdAt: null, description: 'All is **well**.' }),
  ]

  it('stand in their order, whatever their times, and what came later says so', async () => {
    const { element, getByText, getByRole } = await renderIncident(dataOf(ongoing([]), updates))
    expect(updateTitles(element)).toEqual(['Looking', 'A word from before', 'Mended', say('incident.updateNumber', { n: 4 })])
    const later = around('listitem', getByText(say('incident.addedLater')))
    expect(textOf(later)).toContain('A word from before')
    expect(textOf(later)).toContain('11:55 UTC (5 minutes ago)')
    const last = around('listitem', getByRole('heading', { name: say('incident.updateNumber', { n: 4 }) }))
    expect(last.contains(document.getElementById('update-3'))).toBe(true)
    expect(textOf(last)).toContain(say('incident.noTime'))
  })

  it('can be read from the end', async () => {
    const { element, getByRole } = await renderIncident(dataOf(ongoing([]), updates))
    fireEvent.click(getByRole('button', { name: say('incident.newestFirst') }))
    await nextTick()
    expect(updateTitles(element)).toEqual([say('incident.updateNumber', { n: 4 }), 'Mended', 'A word from before', 'Looking'])
    fireEvent.click(getByRole('button', { name: say('incident.oldestFirst') }))
    await nextTick()
    expect(updateTitles(element)[0]).toBe('Looking')
  })

  it('have an address each, which marks the one that it means', async () => {
    const { getAllByRole } = await renderIncident(dataOf(ongoing([]), updates.slice(0, 2)))
    expect(getAllByRole('link').map(link => link.getAttribute('href'))).toEqual(
      expect.arrayContaining(['/status/#update-0', '/status/#update-2']),
    )
  })

  it('that do not exist are said not to exist', async () => {
    const { getByText, queryByRole } = await renderIncident(dataOf(ongoing([])))
    expect(getByText(say('incident.noUpdates'))).toBeDefined()
    expect(queryByRole('button', { name: say('incident.newestFirst') })).toBeNull()
  })

  it('that cannot be read do not hide the incident', async () => {
    const { getByText, getByRole, queryByText } = await renderIncident(undefined, id, failing(`/incidents/${id}/updates`))
    expect(getByRole('heading', { level: 1, name: 'Slow volumes' })).toBeDefined()
    expect(getByText(say('incident.updatesUnread'))).toBeDefined()
    expect(queryByText(say('incident.noUpdates'))).toBeNull()
  })
})

describe('the way on', () => {
  it('leads to the incidents before and after', async () => {
    const list = [-3, -2, -1].map(hour =>
      buildIncident({
        id: uuidOf(`hour ${hour}`),
        displayName: `Hour ${hour}`,
        beganAt: wireTime(hour * HOUR_MS),
        endedAt: null,
      }),
    )
    const { getByRole } = await renderIncident(buildData({ incidents: list }), uuidOf('hour -2'))
    const around = getByRole('navigation', { name: say('incident.neighbours') })
    expect(within(around).getByRole('link', { name: 'Hour -3' }).getAttribute('href')).toBe(
      `/status/incidents/${uuidOf('hour -3')}`,
    )
    expect(within(around).getByRole('link', { name: 'Hour -1' }).getAttribute('href')).toBe(
      `/status/incidents/${uuidOf('hour -1')}`,
    )
  })

  it('shows another incident at once, without what was said of the one before', async () => {
    const other = buildIncident({ id: uuidOf('other'), displayName: 'Another', affects: [] })
    const data = { ...dataOf(ongoing([]), [buildUpdate()]), incidents: [ongoing([]), other] }
    const page = await renderIncident(data)
    await page.part.setProps({ id: other.id })
    expect(page.queryByRole('heading', { level: 1, name: 'Slow volumes' })).toBeNull()
    expect(await page.findByRole('heading', { level: 1, name: 'Another' })).toBeDefined()
    expect(await page.findByText(say('incident.noUpdates'))).toBeDefined()
  })
})

it('has a name even without a title', async () => {
  const { getByRole } = await renderIncident(
    dataOf(ongoing([impactOn('Compute', 0)], { displayName: '', endedAt: wireTime(HOUR_MS) })),
  )
  expect(getByRole('heading', { level: 1, name: say('incident.untitledMaintenance') })).toBeDefined()
})

import { fireEvent, screen, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { DemoData, WireIncident, WireUpdate } from '@/demo/data'
import IncidentPage from '@/features/incident/IncidentPage.vue'
import type { Language } from '@/i18n/messages'
import { buildData, buildIncident, buildUpdate } from '../support/builders'
import { say } from '../support/browser/texts'
import { act, openActions } from '../support/actions'
import { setNavigator, useClipboardDouble } from '../support/clipboard'
import { DAY_MS, HOUR_MS, MINUTE_MS, wireTime } from '../support/clock'
import { createSurroundings, renderPart, saidIn } from '../support/mounted'
import { serve } from '../support/server'
import { impactOn, named, ongoing, settled, textOf } from '../support/status'

const LINK = `http://page.test/status/incidents/${buildIncident().id}`
const impacts = [impactOn('Compute', 90), impactOn('Network', 20), impactOn('Network', 50), impactOn('hidden', 20)]
const dataOf = (incident: WireIncident, updates: WireUpdate[] = [], more: Partial<DemoData> = {}) =>
  buildData({
    components: [named('Compute'), named('Network')],
    incidents: [incident],
    updates: { [incident.id]: updates },
    ...more,
  })

async function renderIncident(data: DemoData, { language = 'en', zone = 'UTC' }: { language?: Language; zone?: string } = {}) {
  serve({ data })
  const around = await createSurroundings()
  const { element, ...rest } = await renderPart(IncidentPage, { ...around, language, zone, props: { id: data.incidents[0]!.id } })
  await settled(around)
  await flushPromises()
  return { ...around, ...rest, element, ...within(element) }
}

/** What "copy as text" copies. */
async function copiedText(data: DemoData, options: { language?: Language; zone?: string } = {}) {
  const copied = useClipboardDouble()
  const page = await renderIncident(data, options)
  await page.findByRole('button', { name: say('share.actions', {}, options.language) })
  // What makes plain text of Markdown comes by itself; until then Markdown is copied as it is.
  await vi.dynamicImportSettled()
  await act(say('share.copyText', {}, options.language), options.language)
  return copied[0]?.split('\n')
}

describe('an incident as text', () => {
  const updates = [
    buildUpdate({ order: 1, displayName: 'Cause found', description: 'A **switch**.', createdAt: wireTime(-MINUTE_MS) }),
    buildUpdate({ order: 0, displayName: 'Looking' }),
  ]

  it('tells state, times with their zone, phase, components with their worst severity, the newest update and the link', async () => {
    expect(await copiedText(dataOf(ongoing(impacts, { phase: { generation: 1, order: 1 } }), updates))).toEqual([
      'Slow volumes',
      'State: ongoing',
      'Start: Tue 10 Mar, 11:00 UTC',
      'Duration: 1 hr',
      'Phase: Working on it',
      'Affected components: Compute (Critical), Network (Major), a component not listed here (Minor)',
      '',
      'Latest update, Tue 10 Mar, 11:59 UTC: Cause found',
      'A switch.',
      '',
      LINK,
    ])
  })

  it('does so in German, in the zone of the visitor', async () => {
    expect(await copiedText(dataOf(ongoing(impacts), updates), { language: 'de', zone: 'Europe/Berlin' })).toEqual([
      'Slow volumes',
      'Status: läuft',
      'Beginn: Di., 10. März, 12:00 MEZ',
      'Dauer: 1 Std.',
      'Phase: Investigating',
      'Betroffene Komponenten: Compute (Critical), Network (Major), eine hier nicht aufgeführte Komponente (Minor)',
      '',
      'Neueste Meldung, Di., 10. März, 12:59 MEZ: Cause found',
      'A switch.',
      '',
      LINK,
    ])
  })

  it('does so in French, with a space before each colon, as on a keyboard', async () => {
    expect(await copiedText(dataOf(ongoing(impacts), updates), { language: 'fr' })).toEqual([
      'Slow volumes',
      'État : en cours',
      'Début : mar. 10 mars, 11:00 UTC',
      'Durée : 1 h',
      'Phase : Investigating',
      'Composants touchés : Compute (Critical), Network (Major), un composant non listé ici (Minor)',
      '',
      'Dernière mise à jour, mar. 10 mars, 11:59 UTC : Cause found',
      'A switch.',
      '',
      LINK,
    ])
  })

  it.each<[string, WireIncident, string[]]>([
    [
      'a maintenance to come, by its description while nothing was said',
      ongoing([impactOn('Compute', 0)], { beganAt: wireTime(HOUR_MS), endedAt: wireTime(DAY_MS), description: '- one\n- two' }),
      [
        'State: scheduled',
        'Start: Tue 10 Mar, 13:00 UTC',
        'End: Wed 11 Mar, 12:00 UTC',
        'Duration: 23 hrs',
        'Phase: Investigating',
        'Affected components: Compute (Maintenance)',
        '',
        '- one',
        '- two',
      ],
    ],
    [
      'a maintenance without an end, a phase, a description',
      ongoing([impactOn('Compute', 0)], { phase: { generation: 7, order: 0 }, description: '' }),
      [
        'State: in progress',
        'Start: Tue 10 Mar, 11:00 UTC',
        'End: no end given',
        'Duration: 1 hr',
        'Affected components: Compute (Maintenance)',
      ],
    ],
    [
      'what names no component and has no begin',
      ongoing([], { beganAt: null, endedAt: wireTime(-HOUR_MS), description: '' }),
      [
        'State: ended',
        'Start: start unknown',
        'End: Tue 10 Mar, 11:00 UTC',
        'Phase: Investigating',
        'Affected components: No component is named.',
      ],
    ],
  ])('tells %s', async (_, incident, lines) => {
    const first = incident.phase?.generation === 7 ? { phases: Array.from({ length: 7 }, () => ['']) } : {}
    expect(await copiedText(dataOf(incident, [], first))).toEqual(['Slow volumes', ...lines, '', LINK])
  })
})

describe('copying', () => {
  it('the link alone, and says so', async () => {
    const copied = useClipboardDouble()
    const page = await renderIncident(dataOf(ongoing(impacts)))
    await act(say('share.copyLink'))
    expect(copied).toEqual([LINK])
    expect(saidIn(page.pinia)).toEqual([say('share.copied')])
    expect(page.queryByRole('textbox')).toBeNull()
  })

  it.each([
    ['is refused', () => void useClipboardDouble(new DOMException('no', 'NotAllowedError'))],
    ['is not offered, as over plain HTTP', () => setNavigator('clipboard', undefined)],
  ])('that %s shows the text, selected, until it is closed', async (_, prepare) => {
    prepare()
    const page = await renderIncident(dataOf(ongoing(impacts)))
    await act(say('share.copyText'))
    const field = await page.findByRole<HTMLTextAreaElement>('textbox', { name: say('share.copyFailed') })
    await expect.poll(() => document.activeElement).toBe(field)
    expect(field.value).toContain('Slow volumes\nState: ongoing')
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(field.value)
    expect(saidIn(page.pinia)).toEqual([])
    fireEvent.click(page.getByRole('button', { name: say('app.close') }))
    await flushPromises()
    expect(page.queryByRole('textbox')).toBeNull()
  })
})

describe("the device's own way", () => {
  it('is not offered where there is none', async () => {
    await renderIncident(dataOf(ongoing(impacts)))
    const menu = await openActions()
    expect(menu.getByRole('menuitem', { name: say('share.copyLink') })).toBeDefined()
    expect(menu.queryByRole('menuitem', { name: say('share.send') })).toBeNull()
  })

  it.each([
    ['passes the incident on', null, false],
    ['may be thought better of', new DOMException('', 'AbortError'), false],
    ['that fails is told', new DOMException('', 'NotAllowedError'), true],
  ])('%s', async (_, problem, isTold) => {
    const sent: ShareData[] = []
    setNavigator('share', async (data: ShareData) => {
      sent.push(data)
      if (problem) throw problem
    })
    const page = await renderIncident(dataOf(ongoing(impacts)))
    await act(say('share.send'))
    expect(sent).toEqual([
      { title: 'Slow volumes', text: expect.stringMatching(/^Slow volumes\nState: ongoing\n/) as string, url: LINK },
    ])
    expect(page.queryByText(say('share.sendFailed')) !== null).toBe(isTold)
  })
})

describe('the calls of an incident', () => {
  it('are those of its page, worked out when somebody looks', async () => {
    await renderIncident(dataOf(ongoing(impacts)))
    expect(screen.queryByText(/curl/)).toBeNull()
    await act(say('calls.show'))
    const calls = within(await screen.findByRole('dialog', { name: say('calls.title') }))
    const { id } = buildIncident()
    const text = textOf(await calls.findByText(/curl/))
    expect(text).toBe(
      [`/incidents/${id}`, `/incidents/${id}/updates`, '/phases?generation=1']
        .map(path => `curl 'http://status.test/api${path}'`)
        .join(' '),
    )
    expect(calls.getByText(say('calls.read'))).toBeDefined()
    expect(calls.queryByText(say('calls.token'))).toBeNull()
  })
})

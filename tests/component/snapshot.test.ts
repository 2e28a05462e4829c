import { within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import type { DemoData } from '@/demo/data'
import { openStatus } from '@/cli/openStatus'
import { snapshotOf } from '@/cli/publish/snapshotOf'
import type { ConfigInput } from '@/config/schema'
import IncidentPage from '@/features/incident/IncidentPage.vue'
import StatusPage from '@/features/status/StatusPage.vue'
import { snapshotText } from '@/stores/snapshot/snapshotFile'
import { atEnd } from '../support/cleanup'
import { buildData, buildUpdate } from '../support/builders'
import { HOUR_MS, MINUTE_MS, NOW, wireTime } from '../support/clock'
import { API_URL, buildSite } from '../support/config'
import { createSurroundings, renderPart } from '../support/mounted'
import { readPublication } from '../support/readPublication'
import { answerFirst, holdBack, serve, takeRequests } from '../support/server'
import { impactOn, named, ongoing, settled, textOf } from '../support/status'

const FILE = 'http://files.test/snapshot.json'
const down = http.get(`${API_URL}/*`, () => HttpResponse.error())
const fine = () => buildData({ components: [named('Compute'), named('Network')] })
const broken = () => {
  const incident = ongoing([impactOn('Compute', 90)], { displayName: 'It burns', updates: [0] })
  return buildData({
    components: [named('Compute'), named('Network')],
    incidents: [incident],
    updates: { [incident.id]: [buildUpdate({ displayName: 'We are at it', createdAt: wireTime(-MINUTE_MS) })] },
  })
}

/** What a publisher writes that reads this server at the instant; the server is whatever the test makes of it afterwards. */
async function published(data: DemoData, { at = NOW } = {}) {
  serve({ data })
  const open = openStatus({ setting: buildSite().providers[0], now: () => at })
  atEnd(() => open.close())
  const publication = await readPublication(open, at)
  return {
    text: () => snapshotText(snapshotOf(publication, [])!),
    refresh: () => open.store.refresh(),
  }
}

interface Visit {
  readonly later?: number
  readonly config?: Partial<ConfigInput>
  readonly page?: object
  readonly props?: Record<string, unknown>
  /** What the host of the files says about the time. */
  readonly date?: string
}

/** Opens a page beside these files. */
async function visit(
  mode: ConfigInput['snapshot'],
  text: string | null,
  { later = 0, config, page = StatusPage, props, date }: Visit = {},
) {
  let asked = 0
  answerFirst(
    http.get(FILE, () => {
      asked++
      return text === null ? new HttpResponse('', { status: 404 }) : HttpResponse.text(text, { headers: date ? { date } : {} })
    }),
  )
  takeRequests()
  const around = await createSurroundings({ snapshot: mode, snapshotUrl: FILE, ...config }, { now: NOW + later })
  const { element } = await renderPart(page, { ...around, ...(props && { props }) })
  return { ...around, element, asked: () => asked, ...within(element) }
}
const headline = ({ element }: { element: HTMLElement }) => textOf(within(element).getByRole('heading', { level: 1 }))

describe('a page that never asks the API', () => {
  it('shows what was published, with its age', async () => {
    const { text } = await published(broken())
    answerFirst(down)
    const page = await visit('only', text(), { later: MINUTE_MS })
    await settled(page)
    expect(headline(page)).toMatch(/Compute/)
    expect(page.getByText('We are at it')).toBeTruthy()
    expect(page.store.confirmedAt).toBe(NOW)
    expect(page.store.failures).toEqual([])
    expect(takeRequests()).toEqual([])
  })

  it('asks again with each poll, and goes on', async () => {
    const { text } = await published(fine())
    const page = await visit('only', text())
    await settled(page)
    expect(headline(page)).toBe('All components operational')
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + MINUTE_MS)
    const asked = page.asked()
    await page.store.refresh()
    expect(page.asked()).toBe(asked + 1)
    vi.restoreAllMocks()
  })

  it('calls an old one stale by the same limit as any answer', async () => {
    const { text } = await published(fine())
    const page = await visit('only', text(), { later: 3 * HOUR_MS })
    await settled(page)
    expect(page.store.stale).toBe(true)
    expect(headline(page)).not.toMatch(/operational/)
    expect(page.queryByText('Operational')).toBeNull()
  })

  it('calls one stale that looks new to a clock that is behind', async () => {
    const { text } = await published(fine())
    const page = await visit('only', text(), { date: new Date(NOW + 3 * HOUR_MS).toUTCString() })
    await settled(page)
    expect(page.store.stale).toBe(true)
    expect(headline(page)).not.toMatch(/operational/)
  })

  it('confirms nothing that the newest attempt of the publisher could not read', async () => {
    const publisher = await published(fine())
    answerFirst(down)
    await publisher.refresh()
    const page = await visit('only', publisher.text(), { later: MINUTE_MS })
    await settled(page)
    expect(page.store.missing).toContain('components')
    expect(headline(page)).not.toMatch(/operational/)
    // But what was known is told.
    expect(page.getByText('Compute')).toBeTruthy()
  })

  it('knows nothing where the files are not there, or no snapshot', async () => {
    for (const text of [null, '<!doctype html>', '{}', '{"version":1}', '[]']) {
      await published(fine())
      const page = await visit('only', text)
      await settled(page)
      expect(headline(page), String(text)).not.toMatch(/operational/)
      expect(takeRequests()).toEqual([])
    }
  })

  it('says of what the files do not hold that it could not be read, not that it is not there', async () => {
    const { text } = await published(broken())
    const page = await visit('only', text())
    await settled(page)
    await expect(page.provider.api.getIncident('99999999-9999-4999-8999-999999999999')).rejects.toMatchObject({
      kind: 'unsupported',
    })
    const old = { start: NOW - 400 * 24 * HOUR_MS, end: NOW - 399 * 24 * HOUR_MS }
    await expect(page.provider.api.getIncidents(old)).rejects.toMatchObject({ kind: 'unsupported' })
    expect(takeRequests()).toEqual([])
  })
})

describe('a page that falls back to what was published', () => {
  it('does not ask for it while the API answers', async () => {
    const { text } = await published(broken())
    serve({ data: fine() })
    const page = await visit('fallback', text())
    await settled(page)
    expect(headline(page)).toBe('All components operational')
    expect(page.asked()).toBe(0)
  })

  it('shows it as what was last known where the API is down, never as now', async () => {
    const { text } = await published(fine())
    answerFirst(down)
    const page = await visit('fallback', text(), { later: MINUTE_MS })
    await vi.waitFor(() => expect(page.getByText('Compute')).toBeTruthy())
    expect(page.store.confirmedAt).toBe(NOW)
    expect(headline(page)).not.toMatch(/operational/)
    expect(page.queryByText('Operational')).toBeNull()
  })

  it('shows a newer one than what this visit read before the API went down', async () => {
    const { text } = await published(broken(), { at: NOW + 2 * MINUTE_MS })
    serve({ data: fine() })
    const page = await visit('fallback', text())
    await settled(page)
    page.clock.moveTo(NOW + 3 * MINUTE_MS)
    answerFirst(down)
    await page.store.refresh()
    await vi.waitFor(() => expect(page.store.confirmedAt).toBe(NOW + 2 * MINUTE_MS))
    expect(page.store.incidents.map(({ title }) => title)).toContain('It burns')
  })

  it('shows the page of an incident as it was published', async () => {
    const data = broken()
    const { text } = await published(data)
    answerFirst(down)
    const { id } = data.incidents[0]!
    const page = await visit('fallback', text(), { later: MINUTE_MS, page: IncidentPage, props: { id } })
    expect(await page.findByRole('heading', { level: 1, name: 'It burns' }, { timeout: 5_000 })).toBeTruthy()
    expect(page.getByText('We are at it')).toBeTruthy()
  })
})

describe('a page that shows what was published first', () => {
  it('shows it until the API has answered', async () => {
    const { text } = await published(broken())
    serve({ data: fine() })
    const { handler, release } = holdBack('/*')
    answerFirst(handler)
    const page = await visit('first', text(), { later: MINUTE_MS })
    expect(await page.findByText('It burns')).toBeTruthy()
    release()
    await settled(page)
    expect(headline(page)).toBe('All components operational')
    expect(page.queryByText('It burns')).toBeNull()
  })
})

import { Window } from 'happy-dom'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import { feeds } from '@/cli/publish/feeds'
import type { Publication } from '@/cli/publish/publication'
import { buildData, buildImpactType, buildIncident, buildUpdate } from '../../../support/builders'
import { cleanUp } from '../../../support/cleanup'
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW, wireTime } from '../../../support/clock'
import { API_URL } from '../../../support/config'
import { hostileTimes } from '../../../support/hostile'
import { buildPublication, hostileCorpus, hostileServer, openServer, PUBLIC_URL } from '../../../support/publication'
import { readPublication } from '../../../support/readPublication'
import { answerFirst, resetServer, useServer } from '../../../support/server'

useServer()
afterEach(async () => {
  cleanUp()
  await resetServer()
})

const outage = buildIncident({ beganAt: wireTime(-2 * HOUR_MS), endedAt: null, updates: [0, 1] })
const maintenance = buildIncident({
  id: '44444444-4444-4444-8444-444444444444',
  displayName: 'Switch firmware',
  description: 'Short breaks.',
  beganAt: wireTime(3 * HOUR_MS),
  endedAt: wireTime(4 * HOUR_MS),
  affects: [{ reference: buildIncident().affects![0]!.reference!, type: buildImpactType().id, severity: 0 }],
})
const data = () =>
  buildData({
    incidents: [outage, maintenance],
    updates: {
      [outage.id]: [
        buildUpdate({ createdAt: wireTime(-HOUR_MS) }),
        buildUpdate({
          order: 1,
          displayName: 'Found',
          description: 'A **disk**, see [the ticket](https://tickets.example/?a=1&b=2).',
          createdAt: wireTime(-MINUTE_MS),
        }),
      ],
    },
  })

/** Both, taken apart by parsers that are not the library's own, and by it. */
function parsed(publication: Publication) {
  const { atom, json } = feeds(publication)
  expect(XMLValidator.validate(atom)).toBe(true)
  // eslint-disable-next-line no-control-regex
  expect(atom).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u)
  const tree = new XMLParser({ ignoreAttributes: false }).parse(atom) as {
    feed: { '@_xml:lang': string; author: { name: string } }
  }
  const read = parseAtomFeed(atom)
  const jsonFeed = parseJsonFeed(json)
  const raw = JSON.parse(json) as { version: string; items: Record<string, unknown>[] }
  expect(raw.version).toBe('https://jsonfeed.org/version/1.1')
  expect(raw.items.map(({ id }) => id)).toEqual((read.entries ?? []).map(({ id }) => id))
  expect(raw.items.map(({ content_html }) => content_html)).toEqual((read.entries ?? []).map(({ content }) => content?.value))
  return { atom, json, tree, feed: read, entries: read.entries ?? [], jsonFeed, raw }
}

const TAGS = new Set('A BLOCKQUOTE BR CODE DEL EM HR LI OL P PRE STRONG TABLE TBODY TD TH THEAD TR UL'.split(' '))
const ATTRIBUTES = new Set(['href', 'start', 'align'])

/** What a reader makes of the content: throws where it could do anything but show it. */
function expectHarmless(html: string) {
  const { document } = new Window()
  const place = document.createElement('div')
  place.innerHTML = html
  for (const element of place.querySelectorAll('*')) {
    expect(TAGS).toContain(element.tagName)
    for (const { name, value } of element.attributes) {
      expect(ATTRIBUTES).toContain(name)
      if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:)/i)
    }
  }
  return place
}

describe('the feeds', () => {
  it('have an entry for each incident and maintenance, with its updates, newest first', async () => {
    const { feed, entries, tree, jsonFeed, raw } = parsed(await buildPublication({ data: data() }))
    expect(tree.feed).toMatchObject({ '@_xml:lang': 'en', author: { name: 'Cloud' } })
    expect(feed).toMatchObject({
      id: 'tag:status.test,2025:@status.test/api',
      title: { value: 'Cloud' },
      updated: wireTime(-MINUTE_MS),
      links: [
        { href: `${PUBLIC_URL}feed.atom`, rel: 'self' },
        { href: PUBLIC_URL, rel: 'alternate' },
      ],
    })
    expect(entries.map(({ title }) => title?.value)).toEqual(['Switch firmware', 'Slow volumes'])
    const [planned, slow] = entries
    expect(slow).toMatchObject({
      id: `tag:status.test,2025:${outage.id}@status.test/api`,
      links: [{ href: `${PUBLIC_URL}incidents/${outage.id}/`, rel: 'alternate' }],
      published: wireTime(-2 * HOUR_MS),
      updated: wireTime(-MINUTE_MS),
    })
    expect(slow!.categories?.map(({ label }) => label)).toEqual(['Major', 'ongoing', 'Slow responses'])
    expect(planned!.categories?.map(({ label }) => label)).toEqual(['Maintenance', 'scheduled', 'Slow responses'])
    const content = expectHarmless(slow!.content!.value!)
    expect(content.textContent.replace(/\s+/g, ' ').trim()).toBe(
      'State: ongoing Severity: Major Start: 10 Mar 2026, 10:00 UTC Affected components: Compute ' +
        '10 Mar 2026, 11:59 UTC – Found A disk, see the ticket. ' +
        '10 Mar 2026, 11:00 UTC – Investigating We are looking for the cause. Description Volumes answer slowly.',
    )
    expect(content.querySelector('a')!.getAttribute('href')).toBe('https://tickets.example/?a=1&b=2')
    expect(expectHarmless(planned!.content!.value!).textContent).toMatch(
      /State: scheduled[^]*Start: 10 Mar 2026, 15:00 UTC[^]*Expected end: 10 Mar 2026, 16:00 UTC/,
    )
    expect(jsonFeed).toMatchObject({
      title: 'Cloud',
      language: 'en',
      home_page_url: PUBLIC_URL,
      feed_url: `${PUBLIC_URL}feed.json`,
    })
    expect(raw.items[1]).toMatchObject({
      title: 'Slow volumes',
      url: `${PUBLIC_URL}incidents/${outage.id}/`,
      date_published: wireTime(-2 * HOUR_MS),
      date_modified: wireTime(-MINUTE_MS),
      tags: ['Major', 'ongoing', 'Slow responses'],
    })
  })

  it('are the same in each round, on each host and in each year while nothing happens, and changed when something does', async () => {
    const { open, moveTo, now } = openServer({ data: data() })
    const first = feeds(await readPublication(open, now()))
    moveTo(NOW + HOUR_MS)
    expect(feeds(await readPublication(open, now()))).toEqual(first)
    const elsewhere = openServer({ data: data() })
    elsewhere.moveTo(NOW + 2 * HOUR_MS)
    expect(feeds(await readPublication(elsewhere.open, elsewhere.now()))).toEqual(first)

    elsewhere.moveTo(NOW + 3 * HOUR_MS)
    const { entries, feed } = parsed(await readPublication(elsewhere.open, elsewhere.now()))
    expect(entries.map(({ updated }) => updated)).toEqual([wireTime(3 * HOUR_MS), wireTime(-MINUTE_MS)])
    expect(feed.updated).toBe(wireTime(3 * HOUR_MS))
    expect(entries[0]!.content!.value).toContain('State: in progress')
    elsewhere.moveTo(NOW + 5 * HOUR_MS)
    const after = parsed(await readPublication(elsewhere.open, elsewhere.now()))
    expect(after.entries[0]!.updated).toBe(wireTime(4 * HOUR_MS))
    expect(after.entries[0]!.content!.value).toContain('State: completed')
  })

  it('keep the last that was read of a server that cannot be read, and call nothing over that nobody has seen end', async () => {
    const ending = { ...outage, endedAt: wireTime(HOUR_MS) }
    const { open, moveTo, now } = openServer({ data: { ...data(), incidents: [ending] } })
    const before = feeds(await readPublication(open, now()))
    answerFirst(http.get(`${API_URL}/*`, () => new HttpResponse(null, { status: 503 })))
    moveTo(NOW + 2 * HOUR_MS)
    const publication = await readPublication(open, now())
    expect(open.store.confirmed).toBe(false)
    const { entries } = parsed(publication)
    expect(entries[0]!.content!.value).toContain('State: ongoing')
    expect(entries.map(({ id }) => id)).toEqual(parseAtomFeed(before.atom).entries!.map(({ id }) => id))
  })

  it('say that updates could not be read', async () => {
    const publication = await buildPublication({ data: data() })
    const { entries } = parsed({ ...publication, updatesOf: () => null })
    expect(entries[1]!.content!.value).toContain('The updates could not be loaded.')
  })

  it('count from their own address where nobody knows the page’s, and are valid without entries', async () => {
    const relative = parsed(await buildPublication({ data: data(), config: { publicUrl: null } }))
    expect(relative.feed.links).toEqual([{ href: './', rel: 'alternate' }])
    expect(relative.entries[1]!.links![0]!.href).toBe(`incidents/${outage.id}/`)
    expect(relative.json).not.toMatch(/"(?:url|home_page_url|feed_url)"/)
    const empty = parsed(await buildPublication())
    expect(empty.raw.items).toEqual([])
    expect(empty.feed.updated).toBe('1970-01-01T00:00:00.000Z')
  })

  it('never tell a time that is still to come, whatever times a server gives', async () => {
    const times = hostileTimes.filter(time => typeof time === 'string' || time === null)
    const incidents = times.flatMap((beganAt, index) =>
      times.slice(0, 6).map((endedAt, other) => ({ ...outage, id: `i${index}-${other}`, beganAt, endedAt, updates: [] })),
    )
    const publication = await buildPublication({
      anyIds: true,
      first: [http.get(`${API_URL}/incidents`, () => HttpResponse.json({ data: incidents }))],
    })
    const { entries, feed, raw } = parsed(publication)
    expect(entries.length).toBeGreaterThan(50)
    for (const { updated, published } of [...entries, { ...feed, published: undefined }]) {
      for (const time of [updated, published ?? updated]) {
        expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
        expect(Date.parse(String(time))).toBeLessThanOrEqual(NOW)
      }
      expect(String(published ?? updated) <= String(updated)).toBe(true)
    }
    for (const { date_modified } of raw.items)
      if (typeof date_modified === 'string') expect(Date.parse(date_modified)).toBeLessThanOrEqual(NOW)
  })

  it('tell a day-long announcement by the day on which it came into sight', async () => {
    const later = { ...maintenance, beganAt: wireTime(10 * DAY_MS), endedAt: wireTime(11 * DAY_MS) }
    const { entries, raw } = parsed(await buildPublication({ data: buildData({ incidents: [later] }) }))
    expect(entries[0]).toMatchObject({ updated: wireTime(-20 * DAY_MS) })
    expect(entries[0]).not.toHaveProperty('published')
    expect(raw.items[0]).not.toHaveProperty('date_modified')
  })

  it.each(hostileCorpus)('survive %s in every text', async (_, text) => {
    const publication = await buildPublication(hostileServer(text))
    expect(publication.incidents.length).toBeGreaterThan(1)
    const { entries, atom } = parsed(publication)
    expect(entries).toHaveLength(publication.incidents.length)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    for (const { id, links, content, title } of entries) {
      expect(id).toMatch(/^tag:status\.test,2025:[\w.!~*'()%-]+@status\.test\/api$/)
      expect(links![0]!.href!.startsWith(`${PUBLIC_URL}incidents/`)).toBe(true)
      expect(title!.value).not.toMatch(/[\n\r]/)
      expectHarmless(content!.value!)
    }
    expect(atom.length).toBeLessThan(1_500_000)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError } from '@/domain/apiError'
import {
  contentText,
  readCachedIncidents,
  listRecord,
  MAX_CHARACTERS,
  RECORD_VERSION,
  readCachedStatus,
  statusRecord,
  type CachedContent,
  type CachedIncident,
} from '@/stores/offline/cacheSchema'
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW } from '../../../support/clock'

const impact = { componentId: 'c', typeId: null, severity: 50 }
const incident = {
  id: 'i',
  title: 'Slow',
  description: '**very**',
  beganAt: NOW - HOUR_MS,
  endedAt: null,
  phase: { generation: 2, order: 1 },
  impacts: [impact],
  updateOrders: [0, 1],
}
const update = { incidentId: 'i', order: 1, title: '', description: 'x', createdAt: null }
const known: CachedContent = {
  components: [
    {
      id: 'c',
      name: 'Compute',
      labels: { region: 'north' },
      activeReferences: [{ incidentId: 'i', typeId: null, severity: 50 }],
    },
  ],
  incidents: [incident],
  hinted: [],
  window: { start: 0, end: NOW },
  loaded: [{ start: DAY_MS, end: NOW }],
  unread: [
    { span: { start: 0, end: DAY_MS }, error: new ApiError('server', { method: 'GET', path: '/incidents' }, { status: 500 }) },
    { span: { start: 1, end: 2 }, error: new ApiError('network', { method: 'GET', path: '/incidents' }) },
  ],
  severities: [{ name: 'Major', value: 100 }],
  impactTypes: [{ id: 't', name: 'Slowness', description: '' }],
  generations: [{ generation: 2, names: ['Looking', ''] }],
  updates: [update],
}
const fresh = { readAt: NOW - MINUTE_MS, invalidCount: 0 }
const ages = { components: fresh, incidents: { readAt: NOW - HOUR_MS, invalidCount: 2 }, severities: fresh, impactTypes: fresh }
const text = contentText(known)
const record = statusRecord(ages, text)

describe('the record of the status page', () => {
  it('tells after a visit what was known before, errors included', () => {
    expect(readCachedStatus(structuredClone(record), NOW)).toEqual({ ages, content: known })
    expect(readCachedStatus(record, NOW)?.content.unread[0]?.error).toMatchObject({ kind: 'server', status: 500 })
  })

  it('is none where it is too long', () => {
    expect(statusRecord(ages, 'x'.repeat(MAX_CHARACTERS))).toBeNull()
    expect(statusRecord({}, 'x'.repeat(MAX_CHARACTERS - 2))).not.toBeNull()
  })

  it.each([
    ['just read', 0, true],
    ['within what clocks are set back by themselves', -MINUTE_MS, true],
    ['read in the time to come: nobody knows how old that is', -MINUTE_MS - 1, false],
    ['thirty days old', 30 * DAY_MS, true],
    ['older', 30 * DAY_MS + 1, false],
  ])('%s', (_, age, isUsed) => {
    const one = statusRecord({ components: { readAt: NOW - age, invalidCount: 0 } }, text)
    expect(readCachedStatus(one, NOW) !== null).toBe(isUsed)
  })

  it('leaves out the part that is too old, and keeps the others', () => {
    const one = statusRecord({ ...ages, severities: { readAt: NOW - 31 * DAY_MS, invalidCount: 0 } }, text)
    expect(Object.keys(readCachedStatus(one, NOW)?.ages ?? {}).sort()).toEqual(['components', 'impactTypes', 'incidents'])
  })

  const broken: Record<string, (content: Record<string, unknown>) => unknown> = {
    'a part is missing': ({ severities: _, ...rest }) => rest,
    'a list is none': content => ({ ...content, components: {} }),
    'an incident has lost its impacts': content => ({ ...content, incidents: [{ ...incident, impacts: undefined }] }),
    'a time is a text': content => ({ ...content, incidents: [{ ...incident, beganAt: '2026' }] }),
    'a time is none': content => ({ ...content, incidents: [{ ...incident, beganAt: 0.5 }] }),
    'a severity is a text': content => ({ ...content, incidents: [{ ...incident, impacts: [{ ...impact, severity: '0' }] }] }),
    'a label is no text': content => ({
      ...content,
      components: [{ id: 'c', name: 'C', labels: { a: 1 }, activeReferences: [] }],
    }),
    'a window is open': content => ({ ...content, loaded: [{ start: 0, end: null }] }),
    'a reason is unknown': content => ({ ...content, unread: [{ start: 0, end: 1, kind: 'bad', status: null, path: '' }] }),
    'it is another thing': () => [1],
  }
  it.each(Object.entries(broken))('is invalidCount whole where %s', (_, spoil) => {
    const spoilt = JSON.stringify(spoil(JSON.parse(text) as Record<string, unknown>))
    expect(readCachedStatus(statusRecord(ages, spoilt), NOW)).toBeNull()
  })

  it.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['another version', { ...(record as object), version: RECORD_VERSION + 1 }],
    ['no version', { texts: (record as { texts: string[] }).texts }],
    ['half of the texts', { version: RECORD_VERSION, texts: (record as { texts: string[] }).texts.slice(0, 1) }],
    ['a text that ends too early', { version: RECORD_VERSION, texts: [JSON.stringify(ages), text.slice(0, -1)] }],
    ['ages that are none', { version: RECORD_VERSION, texts: ['{"components":{"readAt":"now","invalidCount":0}}', text] }],
    ['no age at all', { version: RECORD_VERSION, texts: ['{}', text] }],
  ])('is none: %s', (_, one) => expect(readCachedStatus(one, NOW)).toBeNull())

  it('never throws, whatever lies there', () => {
    fc.assert(
      fc.property(fc.anything(), fc.json(), fc.json(), (anything, first, second) => {
        expect(readCachedStatus(anything, NOW)).toBeNull()
        expect(readCachedStatus({ version: RECORD_VERSION, texts: [first, second] }, NOW)).toBeNull()
        expect(readCachedIncidents({ version: RECORD_VERSION, texts: [first] }, NOW)).toEqual([])
      }),
    )
  })
})

describe('the record of incidents', () => {
  const page = (id: string, overrides: Partial<CachedIncident> = {}): CachedIncident => ({
    readAt: NOW,
    incident: { ...incident, id },
    updates: [update],
    ...overrides,
  })
  const ids = (one: unknown) => readCachedIncidents(one, NOW).map(({ incident: { id } }) => id)

  it('tells what was known before, in its order', () => {
    const pages = [page('a'), page('b', { updates: null })]
    expect(readCachedIncidents(structuredClone(listRecord(pages)), NOW)).toEqual(pages)
  })

  it('drops the broken and the old one, and keeps the others', () => {
    const old = page('old', { readAt: NOW - 31 * DAY_MS })
    const { texts } = listRecord([page('a'), old, page('b')]) as { texts: string[] }
    expect(ids({ version: RECORD_VERSION, texts: ['{}', ...texts] })).toEqual(['a', 'b'])
    expect(ids({ version: 0, texts })).toEqual([])
  })

  it('leaves out what would make it too long', () => {
    const long = page('long', { incident: { ...incident, id: 'long', description: 'x'.repeat(MAX_CHARACTERS) } })
    expect(ids(listRecord([page('a'), page('b'), long]))).toEqual(['a', 'b'])
  })
})

import { readFileSync } from 'node:fs'
import { Lexer } from 'marked'
import { afterEach, describe, expect, it } from 'vitest'
import { openStatus } from '@/cli/openStatus'
import type { StatusReport } from '@/cli/status/reportTypes'
import { statusReport } from '@/cli/status/statusReport'
import { viewContextOf } from '@/cli/words'
import { uuidOf } from '@/demo/uuid'
import { buildUpdate } from '../../support/builders'
import { atEnd, cleanUp } from '../../support/cleanup'
import { HOUR_MS } from '../../support/clock'
import { buildSite } from '../../support/config'
import { cloud, service, deadServer, fromNow, impact, ongoing, startServer } from './servers'
import { run } from './terminal'

afterEach(cleanUp)

async function report(url: string, ...args: string[]) {
  const { out } = await run(['status', '--api', url, '--zone', 'utc', '--json', ...args])
  return JSON.parse(out) as StatusReport
}

/** The paths of all fields, those of the entries of a list under one name; of records with any keys, the record. */
function pathsOf(value: unknown, path = ''): string[] {
  if (path === 'components[].labels') return [path]
  if (Array.isArray(value)) return [path, ...value.flatMap(item => pathsOf(item, `${path}[]`))]
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, path ? `${path}.${key}` : key))]
}
const fieldsOf = (value: unknown) => [...new Set(pathsOf(value))].filter(path => /\w$/.test(path)).sort()

describe('the JSON of a status', () => {
  it('tells of each component its state, since when, availability and days', async () => {
    const began = fromNow(-HOUR_MS)
    const { url } = await startServer(cloud([ongoing([impact('Compute', 50)], { beganAt: began })]))
    const { components, verdict, ...rest } = await report(url)
    expect(rest).toMatchObject({
      version: 1,
      at: null,
      selection: null,
      confirmed: true,
      stale: false,
      problems: [],
      zone: 'UTC',
    })
    const major = { key: 'band:Major', kind: 'band', name: 'Major', severity: 66 }
    expect(verdict).toEqual({
      state: 'affected',
      level: major,
      text: 'Compute: Major',
      since: began,
      counts: { total: 2, operational: 1, affected: 1, maintenance: 0, unknown: 0 },
    })
    expect(components.map(({ name }) => name)).toEqual(['Compute', 'Storage'])
    const [compute, storage] = components
    expect(compute).toMatchObject({
      id: uuidOf('Compute'),
      labels: { region: 'north' },
      since: began,
      availability: { days: 90 },
    })
    expect(compute!.state).toEqual({ ...major, inMaintenance: false, lastKnown: null })
    expect(compute!.availability.percent).toBeLessThan(100)
    expect(compute!.days.at(-1)).toEqual([expect.any(Number), 'band:Major'])
    expect(storage).toMatchObject({ since: null, availability: { days: 90, percent: 100 }, days: [[90, 'operational']] })
    for (const { days } of components) expect(days.reduce((sum, [count]) => sum + count, 0)).toBe(90)
  })

  it('has its times in UTC, and the newest update of what goes on', async () => {
    const data = cloud([ongoing([impact('Compute', 50), { ...impact('Gone', 20) }])], { hiddenComponentIds: [uuidOf('Gone')] })
    data.updates[uuidOf('ongoing')] = [
      buildUpdate(),
      buildUpdate({ order: 1, displayName: 'Found', createdAt: '2026-03-10T10:00:00+02:00' }),
    ]
    const { url } = await startServer(data)
    const { incidents, generatedAt, readAt } = await report(url)
    expect([generatedAt, readAt].every(time => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(time!))).toBe(true)
    expect(incidents).toMatchObject([
      {
        id: uuidOf('ongoing'),
        title: 'Slow volumes',
        state: 'ongoing',
        isMaintenanceAlone: false,
        endedAt: null,
        phase: 'Investigating',
        components: [
          { name: 'Compute', level: { kind: 'band' } },
          { name: null, level: { kind: 'notice' } },
        ],
        update: { title: 'Found', createdAt: '2026-03-10T08:00:00.000Z' },
      },
    ])
  })

  it('has what is in progress, and what comes, apart from incidents', async () => {
    const window = { endedAt: fromNow(2 * HOUR_MS) }
    const { url } = await startServer(
      cloud([
        ongoing([impact('Compute', 0)], window),
        ongoing([impact('Compute', 0)], { ...window, id: uuidOf('next'), beganAt: fromNow(HOUR_MS) }),
        ongoing([impact('Compute', 50)], { ...window, id: uuidOf('test'), beganAt: fromNow(HOUR_MS) }),
      ]),
    )
    const { incidents, maintenance, verdict } = await report(url)
    expect(verdict.state).toBe('maintenance')
    expect(maintenance.map(({ id, state, level }) => [id, state, level.severity])).toEqual([
      [uuidOf('ongoing'), 'ongoing', 0],
      [uuidOf('next'), 'scheduled', 0],
    ])
    expect(incidents.map(({ id, state }) => [id, state])).toEqual([[uuidOf('test'), 'scheduled']])
  })

  it('calls nothing fine where nothing was read, and says what and why', async () => {
    const { verdict, problems, readAt, components, confirmed } = await report(await deadServer())
    expect({ state: verdict.state, readAt, components, confirmed }).toEqual({
      state: 'unknown',
      readAt: null,
      components: [],
      confirmed: false,
    })
    expect(problems.map(({ part, reason }) => [part, reason])).toEqual(
      ['components', 'incidents', 'severities', 'phases', 'impactTypes'].map(part => [part, 'network']),
    )
  })

  it('calls no component fine, and no day of now, where a part is missing', async () => {
    const { url, setFaults } = await startServer(cloud())
    setFaults([{ path: '/incidents', kind: 500 }])
    const { components, verdict } = await report(url)
    expect(verdict.counts).toMatchObject({ operational: 0, unknown: 2 })
    expect(components.map(one => [one.state.kind, one.availability.percent, one.days])).toEqual([
      ['unknown', null, [[90, null]]],
      ['unknown', null, [[90, null]]],
    ])
  })

  it('of a past moment says which', async () => {
    const { url } = await startServer(cloud())
    const at = '2026-01-10T08:00:00.000Z'
    const { at: told, lastDay } = await report(url, '--at', '2026-01-10T09:00:00+01:00')
    expect({ told, lastDay }).toEqual({ told: at, lastDay: '2026-01-10' })
    expect((await report(url, '--at', '2026-01-10', '--zone', 'Asia/Tokyo')).at).toBe('2026-01-09T15:00:00.000Z')
  })

  it('is confined to what was asked for', async () => {
    const { url } = await startServer(cloud([ongoing([impact('Compute', 50)])]))
    const { components, incidents, verdict, selection } = await report(url, '--component', 'storage')
    expect(components.map(({ name }) => name)).toEqual(['Storage'])
    expect({ incidents, state: verdict.state, selection }).toEqual({
      incidents: [],
      state: 'operational',
      selection: { component: service('Storage').id, labels: [] },
    })
  })

  it('is made of what is open as well, for what is published', async () => {
    const { url } = await startServer(cloud([ongoing([impact('Compute', 50)])]))
    const [setting] = buildSite({ apiUrl: url, title: new URL(url).host }).providers
    const open = openStatus({ setting })
    atEnd(() => open.close())
    await open.store.refresh()
    const made = statusReport(open, { context: viewContextOf(open, 'en', open.zone), language: 'en' })
    const timeless = { generatedAt: '', readAt: '' }
    expect({ ...made, ...timeless }).toMatchObject({
      ...(await report(url)),
      ...timeless,
      components: expect.any(Array) as unknown,
    })
    expect(made.components.map(({ name, days }) => [name, days.length > 0])).toEqual([
      ['Compute', true],
      ['Storage', true],
    ])
  })

  it('is what docs/command.md describes: each field of one is in the other', async () => {
    const blocks = Lexer.lex(readFileSync('docs/command.md', 'utf8'))
    const examples = blocks.flatMap(token =>
      token.type === 'code' && token.lang === 'json' ? [(token as { text: string }).text] : [],
    )
    const example = JSON.parse(examples[0]!) as StatusReport
    const data = cloud([
      ongoing([impact('Compute', 50)]),
      ongoing([impact('Storage', 0)], { id: uuidOf('m'), endedAt: fromNow(HOUR_MS) }),
    ])
    data.updates[uuidOf('ongoing')] = [buildUpdate()]
    const { url, setFaults } = await startServer(data)
    const whole = await report(url)
    setFaults([{ path: '/severities', kind: 500 }])
    const partial = await report(url, '--label', 'region=south')
    const fields = new Set([...fieldsOf(whole), ...fieldsOf(partial)])
    expect(fieldsOf(example)).toEqual([...fields].sort())
    const text = readFileSync('docs/command.md', 'utf8')
    const names = [...fields].flatMap(path => path.split(/\.|\[\]/)).filter(Boolean)
    expect([...new Set(names)].filter(name => !text.includes(`\`${name}\``))).toEqual([])
  })
})

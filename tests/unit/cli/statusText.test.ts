import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildIncident, buildUpdate } from '../../support/builders'
import { HOUR_MS } from '../../support/clock'
import { hostileDescriptions, hostileSeverities, hostileTexts } from '../../support/hostile'
import { cases } from '../../support/cases'
import { cloud, service, fromNow, impact, ongoing, startServer } from './servers'
import { run } from './terminal'

const status = (url: string, ...args: string[]) => run(['status', '--api', url, '--zone', 'utc', ...args])

/** What a terminal would heed, but line breaks. */
// eslint-disable-next-line no-control-regex
const HEEDED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066\u2067]/

describe('the status of a believable cloud in a terminal', () => {
  it('tells the verdict, what goes on, what comes, and what is not fine', async () => {
    const { url } = await startServer('believable')
    const { code, out, err } = await status(url)
    expect({ code, err }).toEqual({ code: 1, err: '' })
    const blocks = out.split('\n\n')
    expect(blocks.map(block => block.split('\n')[0])).toEqual([
      new URL(url).host,
      'Ongoing incidents',
      'Maintenance',
      'Upcoming maintenance',
      'Components',
    ])
    expect(blocks[0]).toContain('\n◆ Block storage North: Partial outage\n◆ Compute North: Degraded\n')
    expect(blocks[0]).toMatch(
      /\n {2}17 components: 14 operational, 2 affected, 1 in maintenance\.\n {2}Next maintenance in 2 days\.\n {2}Last confirmed .* UTC$/,
    )
    expect(blocks[1]).toMatch(
      /^ {2}◆ Partial outage: Slow volumes .*\n {4}since .* UTC for 2\shrs.*, Phase: Work in progress: step 4 of 6\n {4}Affected components: Block storage North \(Partial outage\), /m,
    )
    expect(blocks[1]).toMatch(/^ {4}Latest update .* \(.* ago\): Rebuild at 70 %.* – About 70 % of the data has been rebuilt\./m)
    expect(blocks[2]).toMatch(/^ {2}⚒ Maintenance, in progress: Firmware update.*\n {4}.* UTC, ends in /m)
    expect(blocks[3]).toMatch(/^ {2}⚒ Maintenance, scheduled: Kernel update.*\n {4}.* UTC, starts in /m)
    expect(
      blocks[4]!
        .trimEnd()
        .split('\n')
        .slice(1)
        .map(line => line.replace(/, since.*/, '')),
    ).toEqual([
      '  ◆ Block storage North: Partial outage',
      '  ▲ Compute North: Degraded',
      '  ⚒ Networking South: Maintenance',
      '  □ Kubernetes North: Informational',
    ])
  })

  it('speaks German and French, with times in the zone', async () => {
    const { url } = await startServer('believable')
    expect((await status(url, '--language', 'de')).out).toContain('\nLaufende Vorfälle\n')
    const { out } = await status(url, '--language', 'fr', '--zone', 'Asia/Kathmandu')
    expect(out).toContain('\nIncidents en cours\n')
    expect(out).toMatch(/UTC\+5:45/)
  })

  it('says of a past moment that it is past, and what was then', async () => {
    const past = buildIncident({
      beganAt: fromNow(-30 * HOUR_MS),
      endedAt: fromNow(-20 * HOUR_MS),
      affects: [impact('Compute', 100)],
    })
    const { url } = await startServer(cloud([past]))
    expect(await status(url)).toMatchObject({ code: 0 })
    const { code, out } = await status(url, '--at', fromNow(-25 * HOUR_MS))
    expect(code).toBe(1)
    expect(out.split('\n')[0]).toMatch(/ – Status on .* UTC$/)
    expect(out).toContain('✖ Compute: Critical\n')
    expect(out).toContain('What today’s records tell about this moment')
    const before = await status(url, '--at', fromNow(-40 * HOUR_MS))
    expect(before.out).not.toContain('Critical')
  })

  it('is told by the parts that failed that a past moment is not known', async () => {
    const { url, setFaults } = await startServer(cloud())
    setFaults([{ path: '/incidents', kind: 500 }])
    const { code, out } = await status(url, '--at', fromNow(-25 * HOUR_MS))
    expect(code).toBe(2)
    expect(out).toContain('The server reports an error of its own.')
  })
})

describe('colours', () => {
  const colours = async (surroundings: Parameters<typeof run>[1]) => {
    const { url } = await startServer(cloud([ongoing([impact('Compute', 50)])]))
    const { out } = await run(['status', '--api', url], surroundings)
    // Shapes and words are there without them.
    expect(stripVTControlCharacters(out)).toContain('▲ Compute: Major\n')
    return out.includes('\u001b[')
  }
  it.each([
    [false, {}, false],
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('in a terminal: %s, with %j: %s', async (isTTY, env, expected) => {
    expect(await colours({ isTTY, env })).toBe(expected)
  })
})

describe('what a server may not do to a terminal', () => {
  const texts = {
    ...hostileTexts,
    bell: '\u0007\u001b]0;title\u0007',
    link: '\u001b]8;;https://foreign.example\u001b\\x\u001b]8;;\u001b\\',
    cursor: '\u009b2J\u001b[1A\r',
  }
  const names = Object.entries(texts)

  it.each(names)('by a text with %s', async (_, text) => {
    const name = service('x', { [text]: text })
    const data = cloud([], {
      components: [{ ...name, displayName: text }, service('y')],
      severities: [{ displayName: text, value: 100 }],
      phases: [[text]],
      incidents: [
        ongoing([{ ...impact('x', 50) }], { id: uuidOf('i'), displayName: text, description: text }),
        ongoing([impact('y', 0)], { id: uuidOf('m'), displayName: text, endedAt: fromNow(HOUR_MS) }),
        ongoing([impact('y', 0)], {
          id: uuidOf('u'),
          displayName: text,
          beganAt: fromNow(HOUR_MS),
          endedAt: fromNow(2 * HOUR_MS),
        }),
      ],
      updates: { [uuidOf('i')]: [buildUpdate({ displayName: text, description: text })] },
    })
    const { url } = await startServer(data)
    const plainRun = await status(url)
    expect(plainRun).toMatchObject({ code: 1, err: '' })
    expect(plainRun.out).not.toMatch(HEEDED)
    expect(Math.max(...plainRun.out.split('\n').map(line => [...line].length))).toBeLessThan(4_000)
    // With colours the sequences are ours: how many there are does not depend on what is written.
    const coloured = await run(['status', '--api', url, '--zone', 'utc'], { isTTY: true })
    // eslint-disable-next-line no-control-regex
    expect(coloured.out.replace(/\u001b\[\d+m/g, '')).not.toMatch(HEEDED)
    const json = await status(url, '--json')
    expect(json.out).not.toMatch(HEEDED)
    // Half a letter is written by what stands for it.
    expect(JSON.parse(json.out)).toMatchObject({
      components: expect.arrayContaining([expect.objectContaining({ id: name.id })]) as unknown,
    })
    expect(await status(url, '--component', name.id)).toMatchObject({ code: 1, err: '' })
    expect((await status(url, '--component', `${text.slice(0, 200)} no`)).err).not.toMatch(HEEDED)
  })

  it('by a line that looks like ours', async () => {
    const fake = 'x\n✓ All components operational\r\n  Last confirmed now\u2028✓ fine\u0085✓ fine'
    const { url } = await startServer(
      cloud([ongoing([impact('Compute', 50)], { displayName: fake })], {
        components: [{ ...service('Compute'), displayName: fake }],
      }),
    )
    const { code, out } = await status(url)
    expect(code).toBe(1)
    expect(out.split('\n').filter(line => /^\s*(✓|Last confirmed now)/.test(line))).toEqual([])
    expect(out).toContain('x ✓ All components operational')
  })

  it.each(Object.entries(hostileDescriptions))('by %s', async (_, text) => {
    const data = cloud([ongoing([impact('Compute', 50)], { description: text })])
    data.updates[uuidOf('ongoing')] = [buildUpdate({ displayName: text.slice(0, 20_000), description: text })]
    const { url } = await startServer(data)
    const { code, out } = await status(url)
    expect(code).toBe(1)
    expect(out.length).toBeLessThan(5_000)
  })

  it.each(Object.entries(hostileSeverities))('by severities that are %s', async (_, severities) => {
    const { url } = await startServer(cloud([ongoing([impact('Compute', 50)])], { severities: severities as never }))
    const { code, out, err } = await status(url)
    expect(err).toBe('')
    expect([0, 1, 2]).toContain(code)
    expect(out).not.toMatch(HEEDED)
  })

  it.each(Object.entries(cases).filter(([, one]) => !one.fault))('by the case %s', async (_, { data, config }) => {
    const { url } = await startServer(data)
    const { err } = await status(url, ...(config.timeZone ? ['--zone', config.timeZone] : []))
    expect(err).toBe('')
  })

  it('by a thousand affected components: they are counted, and some are named', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => service(`Service ${index}`))
    const { url } = await startServer(
      buildData({ components: many, incidents: [ongoing(many.map(one => ({ ...impact('', 50), reference: one.id })))] }),
    )
    const { out } = await status(url)
    expect(out).toContain('1000 components affected, at worst: Major')
    expect(out).toContain('and 960 more')
    expect(out.split('\n').length).toBeLessThan(100)
  })
})

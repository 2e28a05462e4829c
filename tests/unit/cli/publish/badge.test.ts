import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import { badgeFiles } from '@/cli/publish/badge'
import { badgeSvg } from '@/cli/publish/badgeSvg'
import type { Publication } from '@/cli/publish/publication'
import { contrast } from '@/theme/contrast'
import { SHAPES } from '@/theme/levelAppearance'
import { DEFAULT_COLORS } from '@/theme/palette'
import { buildComponent, buildData, buildIncident, buildImpactType, buildSeverity } from '../../../support/builders'
import { cleanUp } from '../../../support/cleanup'
import { HOUR_MS, MINUTE_MS, NOW, wireTime } from '../../../support/clock'
import { API_URL } from '../../../support/config'
import { buildPublication, hostileCorpus, hostileServer, openServer } from '../../../support/publication'
import { readPublication } from '../../../support/readPublication'
import { answerFirst, resetServer, useServer } from '../../../support/server'

useServer()
afterEach(async () => {
  cleanUp()
  await resetServer()
})

const service = (id: string, labels: Record<string, string> = {}) => buildComponent({ id, displayName: `The ${id}`, labels })
const outageOf = (id: string, severity: number) =>
  buildIncident({
    beganAt: wireTime(-HOUR_MS),
    endedAt: null,
    affects: [{ reference: id, type: buildImpactType().id, severity }],
  })

interface Parsed {
  readonly svg: {
    readonly '@_aria-label': string
    readonly '@_role': string
    readonly '@_width': string
    readonly title: string
    readonly desc: string
    readonly path: readonly { readonly '@_fill': string; readonly '@_d': string }[]
    readonly g: {
      readonly text: readonly { readonly '#text': string; readonly '@_fill': string; readonly '@_textLength': string }[]
    }
  }
}
const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, parseAttributeValue: false, htmlEntities: true })
const ELEMENTS = /<(?!\/?(?:svg|title|desc|path|g|text)[\s>])/

const ATTRIBUTES = [
  ...['xmlns', 'width', 'height', 'viewBox', 'role', 'aria-label', 'xml:lang', 'd', 'fill', 'transform'],
  ...['font-family', 'font-size', 'x', 'y', 'textLength', 'lengthAdjust'],
]
const attributesIn = (tree: unknown): string[] =>
  typeof tree === 'object' && tree !== null
    ? Object.entries(tree).flatMap(([key, value]) => (key.startsWith('@_') ? [key.slice(2)] : attributesIn(value)))
    : []

/** Taken apart; throws where it is more than a picture. */
function parsed(file: string | undefined) {
  expect(XMLValidator.validate(file!)).toBe(true)
  expect(file).not.toMatch(ELEMENTS)
  for (const name of attributesIn(parser.parse(file!))) expect(ATTRIBUTES).toContain(name)
  // eslint-disable-next-line no-control-regex
  expect(file).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u)
  const { svg } = parser.parse(file!) as Parsed
  const [ground, state, shape] = svg.path
  const [subject, words] = svg.g.text
  expect(svg['@_role']).toBe('img')
  expect(svg.title).toBe(svg['@_aria-label'])
  expect(Number(svg['@_width'])).toBeLessThan(1700)
  expect(contrast(subject!['@_fill'], ground!['@_fill'])).toBeGreaterThanOrEqual(4.5)
  expect(contrast(words!['@_fill'], state!['@_fill'])).toBeGreaterThanOrEqual(4.5)
  return {
    title: svg.title,
    time: svg.desc,
    color: state!['@_fill'],
    shape: shape!['@_d'],
    words: words!['#text'],
    subject: subject!['#text'],
  }
}
const badges = (publication: Publication) => {
  const files = badgeFiles(publication)
  return { paths: [...files.keys()], of: (path: string) => parsed(files.get(path)) }
}

describe('badges', () => {
  it('tell the state of all, of each component, and the worst of each label', async () => {
    const components = [
      service('api', { region: 'north', tier: 'a' }),
      service('web', { region: 'north,south' }),
      service('disk', { region: 'south' }),
    ]
    const { paths, of } = badges(
      await buildPublication({ anyIds: true, data: buildData({ components, incidents: [outageOf('api', 50)] }) }),
    )
    expect(paths).toEqual([
      'badge.svg',
      ...['api', 'web', 'disk'].map(id => `badges/components/${id}.svg`),
      ...['north', 'south'].map(region => `badges/labels/region/${region}.svg`),
      'badges/labels/tier/a.svg',
    ])
    expect(of('badge.svg')).toMatchObject({
      title: 'Cloud: 1 component affected',
      time: 'Last confirmed: 10 Mar 2026, 12:00 UTC',
    })
    expect(of('badges/components/api.svg')).toMatchObject({
      title: 'The api: Major',
      words: 'Major · 10 Mar 2026, 12:00 UTC',
      color: DEFAULT_COLORS.light['tone-2'],
      shape: SHAPES['tone-2'],
    })
    expect(of('badges/components/web.svg')).toMatchObject({
      title: 'The web: Operational',
      color: DEFAULT_COLORS.light.good,
      shape: SHAPES.operational,
    })
    expect(of('badges/labels/region/north.svg').title).toBe('north: Major')
    expect(of('badges/labels/region/south.svg').title).toBe('south: Operational')
  })

  it('are grey where nothing is confirmed, and never say that all is well', async () => {
    const { open, moveTo, now } = openServer({
      anyIds: true,
      data: buildData({
        components: [service('api', { region: 'north' }), service('web')],
        incidents: [outageOf('api', 50)],
      }),
    })
    expect(badges(await readPublication(open, now())).of('badges/components/web.svg').words).toMatch(/^Operational · /)
    answerFirst(http.get(`${API_URL}/*`, () => new HttpResponse(null, { status: 503 })))
    moveTo(NOW + 10 * MINUTE_MS)
    const { paths, of } = badges(await readPublication(open, now()))
    expect(paths).toHaveLength(4)
    for (const path of paths) expect(of(path)).toMatchObject({ color: DEFAULT_COLORS.light.unknown, shape: SHAPES.unknown })
    expect(of('badge.svg').words).toBe('Last known: 1 component affected · 10 Mar 2026, 12:00 UTC')
    expect(of('badges/components/api.svg').words).toMatch(/^Last known: Major · /)
    expect(of('badges/components/web.svg')).toMatchObject({
      words: 'Unknown · 10 Mar 2026, 12:00 UTC',
      time: 'Last confirmed: 10 Mar 2026, 12:00 UTC',
    })
  })

  it('say that nothing is known of a server that never answered', async () => {
    const first = [http.get(`${API_URL}/*`, () => new HttpResponse(null, { status: 503 }))]
    const { paths, of } = badges(await buildPublication({ first }))
    expect(paths).toEqual(['badge.svg'])
    expect(of('badge.svg')).toMatchObject({
      title: 'Cloud: Unknown',
      time: 'Not confirmed yet',
      color: DEFAULT_COLORS.light.unknown,
    })
  })

  it('have the configured names and colours, readable', async () => {
    const { of } = badges(
      await buildPublication({
        anyIds: true,
        config: {
          severities: { Major: { color: '#ffff00', label: { en: 'Down' } } },
          labels: { region: { values: { north: 'North' } } },
        },
        data: buildData({ components: [service('api', { region: 'north' })], incidents: [outageOf('api', 50)] }),
      }),
    )
    const { color, title } = of('badges/labels/region/north.svg')
    expect(title).toBe('North: Down')
    expect(color).not.toBe(DEFAULT_COLORS.light['tone-2'])
    expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  })

  it('have no file where its name would not be safe, hidden labels, nor two that some hosts take for one', async () => {
    const ids = ['..', '.hidden', 'a/b', 'A', 'a', 'x'.repeat(101), 'con', 'fine']
    const components = ids.map(id => service(id, { '..': 'x', secret: 'y', zone: id }))
    const { paths } = badges(
      await buildPublication({
        anyIds: true,
        config: { components: { hiddenLabels: ['secret'] } },
        data: buildData({ components }),
      }),
    )
    expect(paths.sort()).toEqual([
      'badge.svg',
      'badges/components/a%2Fb.svg',
      'badges/components/fine.svg',
      'badges/labels/zone/a%2Fb.svg',
      'badges/labels/zone/fine.svg',
    ])
  })

  it('show a long name in part, whatever its letters, and say all of it', () => {
    const content = { color: '#8a6400', shape: SHAPES.unknown, when: null, time: '', language: 'en', state: 'x' }
    for (const letter of ['W', '漢', '🤯', '👩‍👩‍👧‍👦', 'ש']) {
      const { subject, title } = parsed(badgeSvg({ ...content, subject: letter.repeat(100) }))
      expect(subject).toBe(`${letter.repeat(59)}…`)
      expect(title).toBe(`${letter.repeat(100)}: x`)
    }
  })

  it.each(hostileCorpus)('survive %s in every text', async (_, text) => {
    const publication = await buildPublication(hostileServer(text))
    const files = badgeFiles(publication)
    expect(files.size).toBeGreaterThan(0)
    for (const [path, file] of files) {
      expect(path).toMatch(
        /^(?:badge|badges\/components\/[\w~%-][\w.~%-]*|badges\/labels\/[\w~%-][\w.~%-]*\/[\w~%-][\w.~%-]*)\.svg$/,
      )
      expect(parsed(file).words).not.toBe('Operational')
    }
    const { scale } = publication.open.store
    expect(scale.bands).toHaveLength(buildSeverity().value === 100 ? 1 : 0)
  })
})

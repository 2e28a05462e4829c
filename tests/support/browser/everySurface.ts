import { readFileSync } from 'node:fs'
import type { Frame, Page } from 'playwright'
import { expect, onTestFinished } from 'vitest'
import { withConfig } from '@/build/configure/inlineConfig'
import type { DemoData } from '@/demo/data'
import { buildComponent, buildData, buildIncident } from '../builders'
import { type Lie, startLyingServer, truth } from './lyingServer'
import { openPage, type OpenPageOptions } from './page'
import { startStaticServer } from './staticServer'
import { affectedTitle } from './affected'
import { say } from './texts'
import { fineIn, toldBy, type Told } from './toldAsFine'

/** The server lives at this instant. */
export const NOW = Date.parse('2026-03-10T12:00:00Z')
const HOUR_MS = 3_600_000
const at = (hours: number) => new Date(NOW + hours * HOUR_MS).toISOString()

export const compute = buildComponent()
export const storage = buildComponent({
  id: '11111111-1111-4111-8111-111111111112',
  displayName: 'Storage',
  labels: { region: 'south' },
})
const both = [compute, storage].map(({ id }) => ({ ...buildIncident().affects![0]!, reference: id }))
const over = buildIncident({ beganAt: at(-130), endedAt: at(-128) })
/** Both components are down, for two hours now and another one. */
export const outage = buildIncident({
  id: '22222222-2222-4222-8222-222222222223',
  displayName: 'Disks are gone',
  beganAt: at(-2),
  endedAt: at(1),
  affects: both,
})
/** Two components of which nothing is known to be wrong, and what was. */
const wellData = (): DemoData => buildData({ components: [compute, storage], incidents: [over] })
export const downData = (): DemoData => buildData({ components: [compute, storage], incidents: [over, outage] })

/** Pages of a provider, by their addresses. */
const PAGES = {
  status: '',
  'status, grouped': '?group=region',
  'status, filtered': '?q=o&state=operational',
  'status as a table': '?view=table',
  component: `components/${compute.id}`,
  incident: `incidents/${over.id}`,
  history: 'history',
  following: `following?components=${compute.id},${storage.id}`,
  'a minute ago': `?at=${new Date(NOW - 60_000).toISOString()}`,
  'frame of the verdict': '?embed=banner',
  'frame of incidents': '?embed=incidents',
  'frame of maintenance': '?embed=maintenance',
  'frame of components': '?embed=components',
  'frame of a component': `components/${compute.id}?embed`,
} as const
const PAGES_OF_SEVERAL = { overview: '', 'one of several': 'p/north/' } as const

/** Each kind of element, in both looks. */
const SCOPES = ['', `component="${compute.id}"`, 'label="region=north"']
const ELEMENTS = SCOPES.flatMap(scope => ['badge', 'list'].map(look => `${scope} look="${look}"`))

/** What somebody looks at; elements stand in a page of somebody else, and first paint before all scripts. */
export type Surface = keyof typeof PAGES | keyof typeof PAGES_OF_SEVERAL | 'first paint' | 'elements'

const FRAMED: readonly Surface[] = [
  ...(Object.keys(PAGES) as (keyof typeof PAGES)[]),
  ...(Object.keys(PAGES_OF_SEVERAL) as (keyof typeof PAGES_OF_SEVERAL)[]),
  'first paint',
]
const SURFACES: readonly Surface[] = [...FRAMED, 'elements']

/**
 * What must be read on a surface. null = the lie is none about what it tells; `then` = it may call fine what was so at its own moment.
 */
export type Expected = Readonly<Partial<Record<Surface, RegExp | null | 'then'>>>

/** Texts of the page as one pattern; what they leave open is anything. */
export const anyOf = (...texts: readonly string[]) =>
  new RegExp(texts.map(text => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.*')).join('|'), 'gi')

const VERDICT = anyOf(say('banner.unknown'), say('banner.partial'))
const ANSWER = anyOf(say('component.unknown', { name: '{name}' }))
const FAILED = [say('error.title'), say('error.droppedTitle')] as const
const HEADLINES = [say('banner.unknown'), say('banner.partial'), say('level.unknown')]

/** What each surface says where nothing is confirmed, of a page that was opened so. */
const UNKNOWN: Readonly<Record<Surface, RegExp | null>> = {
  status: VERDICT,
  'status, grouped': VERDICT,
  'status, filtered': VERDICT,
  'status as a table': VERDICT,
  component: ANSWER,
  incident: anyOf(say('incident.failed'), say('incident.staleText', { ago: '{ago}' }), ...FAILED),
  history: anyOf(...FAILED),
  following: VERDICT,
  'a minute ago': VERDICT,
  'frame of the verdict': VERDICT,
  'frame of incidents': VERDICT,
  'frame of maintenance': VERDICT,
  'frame of components': VERDICT,
  'frame of a component': ANSWER,
  overview: anyOf(say('overview.headline.unconfirmed', { n: 2, total: 2 })),
  'one of several': VERDICT,
  'first paint': anyOf(say('banner.loading'), say('banner.unknown'), say('banner.partial'), say('banner.notLoaded')),
  elements: new RegExp(`^(${HEADLINES.join('|')})$`, 'gim'),
}

/** The same of a page on which all was well before. */
export const NO_LONGER: Expected = {
  // It was read when all was well, and looks at no later moment.
  'a minute ago': 'then',
  'first paint': anyOf(say('banner.notLoaded')),
}

const DOWN = anyOf(say('banner.affected', { n: 2 }), affectedTitle(['Compute, Storage', 'Major']))
const YES = anyOf(say('component.affected', { level: 'Major' }))

/** What each page says where both components are known to be down; what was before stays as it is. */
export const AFFECTED_PAGES: Expected = {
  ...Object.fromEntries(Object.keys(PAGES).map(surface => [surface, DOWN])),
  component: YES,
  'frame of a component': YES,
  incident: null,
  history: null,
  overview: anyOf(say('overview.headline.affected', { n: 2, total: 2 })),
  'one of several': DOWN,
}
/** The same of each surface. */
export const AFFECTED: Expected = {
  ...AFFECTED_PAGES,
  elements: new RegExp(`^(${[say('banner.affected', { n: 2 }), say('banner.affected', { n: 1 }), 'Major'].join('|')})$`, 'gim'),
}

/** Of a page whose scripts do not come; elements have one of their own. */
export const NOT_LOADED: Expected = {
  ...Object.fromEntries(FRAMED.map(surface => [surface, anyOf('This status page could not be loaded')])),
  status: anyOf(say('banner.notLoaded')),
  'first paint': anyOf(say('banner.notLoaded')),
  elements: 'then',
}

export interface WalkOptions extends Pick<OpenPageOptions, 'prepare' | 'headers'> {
  data?: DemoData
  /** Told before anybody asks for the first time. */
  lie?: Lie
  /** What the device takes for now, epoch milliseconds. */
  deviceNow?: number
}

const ALL_CLEAR = [
  say('banner.operational'),
  say('component.operational', { name: '' }),
  say('overview.headline.operational', { n: 2, total: 2 }),
]
/** An init script: notes whether a document ever said, by an element of its own or its title, that all is well. */
const watchFine = `
  const FINE = ${JSON.stringify(ALL_CLEAR)}
  const UNSHOWN = ['HTML', 'HEAD', 'BODY', 'SCRIPT', 'STYLE']
  const isFine = ({ nodeName, parentNode, textContent }) =>
    !UNSHOWN.includes(nodeName) && parentNode?.nodeName !== 'SCRIPT' && FINE.some(text => textContent?.includes(text))
  new MutationObserver(records => {
    for (const { target, addedNodes, type } of records)
      if ((type === 'characterData' ? [target] : [...addedNodes]).some(isFine)) globalThis.saidFine = true
  }).observe(document, { subtree: true, childList: true, characterData: true })
`
const saidFine = (frame: Frame) => frame.evaluate(() => 'saidFine' in globalThis)

const CONFIG = { pollIntervalSeconds: 60, staleAfterSeconds: 300 }
const WIDTH = 700
const HEIGHT = 1500
const COLUMNS = 6

/** Every surface of one server at the same time, in one window. */
export async function openEverySurface({ data = wellData(), lie = truth, deviceNow = NOW, prepare, ...rest }: WalkOptions = {}) {
  const server = await startLyingServer({ data, now: () => NOW })
  server.tell(lie)
  const config = { ...CONFIG, apiUrl: server.url }
  const html = readFileSync('dist/index.html', 'utf8')
  const providers = ['north', 'south'].map(id => ({ id, name: `Cloud ${id}`, apiUrl: server.url }))
  const start = async (content: object) => {
    const site = await startStaticServer({ ...rest, files: { 'index.html': withConfig(html, content) } })
    onTestFinished(() => site.close())
    return site
  }
  const [several, held] = [await start({ ...CONFIG, providers }), await start(config)]
  const framed = (pages: Readonly<Record<string, string>>, base: string) =>
    Object.entries(pages).map(([name, path]) => `<iframe name="${name}" title="${name}" src="${base}${path}"></iframe>`)
  const body = [
    ...ELEMENTS.map(attributes => `<p><scs-status api="${server.url}" ${attributes}></scs-status></p>`),
    ...framed(PAGES, './'),
    ...framed(PAGES_OF_SEVERAL, several.url),
    ...framed({ 'first paint': '' }, held.url),
  ]
  const host = `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:," />
<style>iframe { width: ${WIDTH - 10}px; height: ${HEIGHT}px; border: 0 }</style><script async src="scs-status.js"></script></head>
<body>${body.join('\n')}</body></html>`
  const opened = await openPage({
    ...rest,
    config,
    inline: true,
    path: 'host.html',
    files: { 'host.html': host },
    allowedOrigins: [several.origin, held.origin],
    initScripts: [watchFine],
    // Whatever lies beyond the screen might not be drawn.
    viewport: { width: WIDTH * COLUMNS, height: HEIGHT * Math.ceil(FRAMED.length / COLUMNS) + 600 },
    async prepare(context) {
      await context.clock.install({ time: deviceNow })
      await context.route(`${held.origin}/assets/*.js`, () => undefined)
      await prepare?.(context)
    },
  })
  return { ...opened, tell: server.tell }
}

const frameOf = (page: Page, surface: Surface) => (surface === 'elements' ? page.mainFrame() : page.frame({ name: surface }))

/** Lets time pass on the page, before each look. */
type PassTime = () => Promise<void>

/** Looks at all surfaces while time passes, until nothing is wrong. */
async function pollSurfaces(
  page: Page,
  wrongOf: (surface: Surface, told: Told) => readonly string[],
  passTime: PassTime = () => page.clock.runFor(250),
): Promise<void> {
  const look = async () => {
    await passTime()
    const all = await Promise.all(
      SURFACES.map(async surface => {
        const frame = frameOf(page, surface)
        return frame ? wrongOf(surface, await toldBy(frame)).map(wrong => `${surface}: ${wrong}`) : [`${surface}: not there`]
      }),
    )
    return all.flat()
  }
  await expect.poll(look, { timeout: 20_000, interval: 100 }).toEqual([])
}

/**
 * Waits until every surface says what it does not know, and calls nothing fine.
 * @param other what is expected of some surfaces in place of what they say where nothing is confirmed
 * @returns the surfaces of which that is so
 */
export async function expectNowhereFine(page: Page, other: Expected = {}, passTime?: PassTime): Promise<Surface[]> {
  const expected: Expected = { ...UNKNOWN, ...other }
  const walked = SURFACES.filter(surface => expected[surface] !== 'then')
  const wrongOf = (surface: Surface, told: Told) => {
    const says = expected[surface] ?? null
    if (says === 'then') return []
    const count = surface === 'elements' ? ELEMENTS.length : 1
    const isSaid = says === null || [...told.words.matchAll(says)].length >= count
    return isSaid ? fineIn(told) : [...fineIn(told), `does not say ${String(says)}, but ${told.words.slice(0, 500)}`]
  }
  await pollSurfaces(page, wrongOf, passTime)
  return walked
}

/** The same, and none of them ever said that all is well: elements apart, into which no observer looks. */
export async function expectNeverFine(page: Page, other?: Expected, passTime?: PassTime): Promise<Surface[]> {
  const walked = await expectNowhereFine(page, other, passTime)
  const said = await Promise.all(walked.map(async surface => ((await saidFine(frameOf(page, surface)!)) ? [surface] : [])))
  expect(said.flat(), 'once said that all is well').toEqual([])
  return walked
}

/**
 * Waits until every surface calls something fine: by its icon, and where it has none of its own, by the marks in it.
 * @param firstPaint whether it still stands for the page
 */
export const expectFine = (page: Page, { firstPaint = false } = {}) =>
  pollSurfaces(page, (surface, told) => {
    if (surface === 'first paint' && !firstPaint) return []
    const wanted = surface === 'elements' || surface === 'first paint' ? 'a green shape' : 'a green icon'
    const fine = fineIn(told)
    return fine.includes(wanted) ? [] : [`has not ${wanted}`]
  })

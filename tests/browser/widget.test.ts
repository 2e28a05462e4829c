import type { BrowserContext } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { DemoServer } from '@/demo/http/server'
import { buildData } from '../support/builders'
import { say } from '../support/browser/texts'
import {
  compute,
  storage,
  outage,
  quiet,
  troubled,
  BADGE,
  LIST,
  open,
  element,
  told,
  settles,
  oneLine,
  color,
  GREEN,
} from '../support/browser/widget'

/** An API each for those that are told otherwise than by the quiet one of `{api}`. */
const others = {
  troubled: { server: { data: troubled } },
  empty: { server: { data: buildData({ components: [] }) } },
  noted: { server: { data: buildData({ incidents: [outage] }) } },
}
const SAID: readonly (readonly [name: string, api: string, attributes: string, text: RegExp])[] = [
  ['that all is well', '{api}', 'provider="Northwind"', /^Northwind: All components operational$/],
  [
    'that something is wrong, and since when',
    '{troubled}',
    'provider="Northwind"',
    /^Northwind: 1 component affected \(since 12:00 CET\)$/,
  ],
  ['how one component is', '{troubled}', `component="${compute.id}"`, /^Compute: Major \(since/],
  ['that one is in maintenance', '{troubled}', `component="${storage.id}"`, /^Storage: Maintenance/],
  ['how those with a label are', '{troubled}', 'label="region=north"', /^north: 1 component affected/],
  ['that of those with another', '{troubled}', 'label="region=east"', /^east: Maintenance in progress/],
  ['that a label is nowhere', '{api}', 'label="region=nowhere"', /No component has this label/],
  ['that a component is not there', '{api}', 'component="x"', /^No such component$/],
  ['that one is retired', '{api}', `component="${storage.id}" retired-label="retired"`, /^Storage: Retired$/],
  ['nothing of an empty cloud', '{empty}', 'provider="Northwind"', /No components yet/],
  ['that it has no address', 'javascript:alert(1)', '', /^Status unknown$/],
  ['by configured words what is good', '{noted}', 'good="Major"', /^Operational, with a notice/],
]

describe('the element says', () => {
  test('how all is, one component or those with a label; in a list what goes on, the worst first', async () => {
    const elements = SAID.map(([, api, attributes]) => `<p><scs-status api="${api}" ${attributes}></scs-status></p>`)
    const list = '<scs-status api="{troubled}" provider="Northwind" look="list"></scs-status>'
    const { page } = await open({ body: elements.join('') + list, others })
    for (const [nth, [name, , , text]] of SAID.entries()) {
      await settles(page, text, nth, name)
      expect((await color(page, nth)) === GREEN, `${name}: green`).toBe(/operational/i.test(text.source))
    }

    const nth = SAID.length
    await settles(page, /affected/, nth, 'the list')
    const rows = async (part: string) => (await element(page, nth).locator(`[part=${part}]`).allInnerTexts()).map(oneLine)
    expect(await rows('incident'), 'what goes on').toEqual(['Slow volumes since 12:00 CET', 'New disks since 12:30 CET'])
    expect(await rows('component'), 'how each component is').toEqual(['Compute Major', 'Storage Maintenance'])
    expect(await element(page, nth).locator('[part=age]').innerText()).toBe('Last confirmed 13:00 CET')
  })

  test('at the minute what the clock changes, without asking', async () => {
    const { page, server } = await open({
      body: `<scs-status api="{api}" component="${storage.id}" interval="3600">`,
      server: { data: troubled },
    })
    await settles(page, /Maintenance/)
    const before = server.requests.length
    await page.clock.runFor(150_000)
    await settles(page, /^Storage: Operational/)
    expect(server.requests).toHaveLength(before)
  })

  test('it in the language around it, or in its own', async () => {
    const body = `${BADGE}<scs-status api="{api}" lang="en"></scs-status><div lang="fr">${BADGE}</div>`
    const { page } = await open({ body, lang: 'de' })
    await settles(page, 'Northwind: Alle Komponenten in Betrieb')
    expect(await told(page, 1)).toBe('All components operational')
    expect(await told(page, 2)).toBe('Northwind: All components operational')
  })
})

const KINDS = ['refused', 'cors', 401, 404, 500, 'html-200', 'empty', 'truncated', 'cut-json', 'wrong-shape'] as const
/** Of which the browser itself has nothing to say. */
const SILENT = new Set<(typeof KINDS)[number]>(['html-200', 'empty', 'cut-json', 'wrong-shape'])
const PARTS = ['components', 'incidents', 'severities'] as const
const badgeOf = (api: string) => BADGE.replace('{api}', `{${api}}`)
const listOf = (api: string) => LIST.replace('{api}', `{${api}}`)

/** What the browser itself tells of each address. */
function consoleLines() {
  const lines: string[] = []
  return {
    prepare: (context: BrowserContext) =>
      Promise.resolve(void context.on('console', message => lines.push(`${message.text()} ${message.location().url}`))),
    of: ({ url }: DemoServer) => lines.filter(line => line.includes(`${url}/`)),
  }
}

describe('never green by default', () => {
  test('while the first answers are awaited, and where only one of them cannot be read', async () => {
    const { prepare, of } = consoleLines()
    const { page, server, servers, expectProblem } = await open({
      body: BADGE + PARTS.map(badgeOf).join(''),
      faults: [{ path: /^\/incidents/, kind: 'slow', delayMs: 600_000 }],
      others: Object.fromEntries(
        PARTS.map(part => [part, { server: { data: quiet }, faults: [{ path: `/${part}`, kind: 500 }] }]),
      ),
      prepare,
    })
    expectProblem(/status of 500/)
    await settles(page, say('banner.loading'))
    await expect.poll(() => server.requests.length).toBe(3)
    expect(await color(page)).not.toBe(GREEN)

    for (const [index, part] of PARTS.entries()) {
      await settles(page, /Status unknown|not confirmed/, index + 1, part)
      expect(await color(page, index + 1), part).not.toBe(GREEN)
      expect(of(servers[part]!).join(), part).toContain('status of 500')
    }
    expect(await told(page), 'meanwhile').toContain(say('banner.loading'))
  })

  test('where the server answers wrongly at first; and it recovers', async () => {
    const { prepare, of } = consoleLines()
    const { page, servers, expectProblem } = await open({
      body: KINDS.map(kind => badgeOf(String(kind)) + listOf(String(kind))).join(''),
      others: Object.fromEntries(KINDS.map(kind => [kind, { server: { data: quiet }, faults: [{ path: '/', kind }] }])),
      prepare,
    })
    expectProblem(/net::ERR|status of|CORS/)
    for (const [index, kind] of KINDS.entries()) {
      const name = String(kind)
      const nth = 2 * index
      await settles(page, 'Northwind: Status unknown (since 13:00 CET)', nth, name)
      expect(await color(page, nth), name).not.toBe(GREEN)
      const reasons = await element(page, nth + 1)
        .locator('[part=reasons]')
        .innerText()
      expect(reasons, name).toMatch(/^(The server|The answer).*, since 13:00 CET\.$/)
      if (kind === 'cors') expect(reasons).toContain('CORS')
      expect(of(servers[kind]!).length > 0, `${name} is told by the browser`).toBe(!SILENT.has(kind))
    }
    for (const kind of KINDS) servers[kind]!.setFaults([])
    await page.clock.runFor(10_000)
    for (const [index, kind] of KINDS.entries()) await settles(page, 'All components operational', 2 * index, String(kind))
  })

  test('when the API is gone: what was known, with its age, until it is back; what is wrong stays said', async () => {
    const troubledToo = { server: { data: troubled } }
    const { page, server, servers, expectProblem } = await open({
      body: LIST + badgeOf('troubled'),
      others: { troubled: troubledToo },
    })
    await settles(page, 'All components operational')
    await settles(page, /1 component affected/, 1)
    server.setFaults([{ path: '/', kind: 'refused' }])
    expectProblem(/net::ERR/)
    servers['troubled']!.setFaults([{ path: '/', kind: 500 }])
    expectProblem(/status of 500/)
    await page.clock.runFor(60_000)
    await settles(page, 'Northwind: Current status not confirmed (Last confirmed 1 minute ago)')
    expect(await color(page)).not.toBe(GREEN)
    expect(await element(page).getByRole('status').textContent()).toBe('Northwind: Current status not confirmed')
    const row = element(page).getByRole('listitem').filter({ hasText: 'Compute' })
    expect(oneLine(await row.innerText())).toContain('Last known: Operational, 1 minute ago')
    await settles(page, 'Northwind: 1 component affected (Last confirmed 1 minute ago)', 1, 'what is wrong')
    await page.clock.runFor(4 * 60_000 + 30_000)
    await settles(page, /Last confirmed 5 minutes ago/)
    server.setFaults([])
    // In small steps: the answers take their real time, and the limit of a request is one of the page's clock.
    await expect.poll(() => page.clock.runFor(5_000).then(() => told(page)), { timeout: 20_000 }).toMatch(/operational/)
  })

  test('when the answers are too old to hold', async () => {
    const { page, server } = await open()
    await settles(page, 'All components operational')
    server.setFaults([{ path: '/', kind: 'slow', delayMs: 600_000 }])
    // As after a sleep: the next answer is not there yet, and the last one is old.
    await page.clock.fastForward(20 * 60_000)
    await settles(page, 'Northwind: Current status not confirmed (Last confirmed 20 minutes ago)')
  })
})

import { describe, expect, test } from 'vitest'
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

describe('the element says', () => {
  test.each([
    ['that all is well', BADGE, { data: quiet }, /^Northwind: All components operational$/],
    [
      'that something is wrong, and since when',
      BADGE,
      { data: troubled },
      /^Northwind: 1 component affected \(since 12:00 CET\)$/,
    ],
    ['how one component is', `<scs-status api="{api}" component="${compute.id}">`, { data: troubled }, /^Compute: Major \(since/],
    [
      'that one is in maintenance',
      `<scs-status api="{api}" component="${storage.id}">`,
      { data: troubled },
      /^Storage: Maintenance/,
    ],
    [
      'how those with a label are',
      '<scs-status api="{api}" label="region=north">',
      { data: troubled },
      /^north: 1 component affected/,
    ],
    [
      'that of those with another',
      '<scs-status api="{api}" label="region=east">',
      { data: troubled },
      /^east: Maintenance in progress/,
    ],
    [
      'that a label is nowhere',
      '<scs-status api="{api}" label="region=nowhere">',
      { data: quiet },
      /No component has this label/,
    ],
    ['that a component is not there', '<scs-status api="{api}" component="x">', { data: quiet }, /^No such component$/],
    [
      'that one is retired',
      `<scs-status api="{api}" component="${storage.id}" retired-label="retired">`,
      { data: quiet },
      /^Storage: Retired$/,
    ],
    ['nothing of an empty cloud', BADGE, { data: buildData({ components: [] }) }, /No components yet/],
    ['that it has no address', '<scs-status api="javascript:alert(1)">', { data: quiet }, /^Status unknown$/],
    [
      'by configured words what is good',
      '<scs-status api="{api}" good="Major">',
      { data: buildData({ incidents: [outage] }) },
      /^Operational, with a notice/,
    ],
  ] as const)('%s', async (_, body, server, text) => {
    const { page } = await open({ body, server })
    await settles(page, text)
    expect((await color(page)) === GREEN).toBe(/operational/i.test(text.source))
  })

  test('in a list what goes on and how each component is, the worst first', async () => {
    const { page } = await open({ body: LIST, server: { data: troubled } })
    await settles(page, /affected/)
    const rows = async (part: string) => (await element(page).locator(`[part=${part}]`).allInnerTexts()).map(oneLine)
    expect(await rows('incident')).toEqual(['Slow volumes since 12:00 CET', 'New disks since 12:30 CET'])
    expect(await rows('component')).toEqual(['Compute Major', 'Storage Maintenance'])
    expect(await element(page).locator('[part=age]').innerText()).toBe('Last confirmed 13:00 CET')
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

describe('never green by default', () => {
  test('while the first answers are awaited', async () => {
    const { page, server } = await open({ faults: [{ path: /^\/incidents/, kind: 'slow', delayMs: 600_000 }] })
    await settles(page, say('banner.loading'))
    await expect.poll(() => server.requests.length).toBe(3)
    expect(await color(page)).not.toBe(GREEN)
  })

  test.each(['refused', 'cors', 401, 404, 500, 'html-200', 'empty', 'truncated', 'cut-json', 'wrong-shape'] as const)(
    'where the server answers %s at first; and it recovers',
    async kind => {
      const { page, server, expectProblem } = await open({ faults: [{ path: '/', kind }], body: BADGE + LIST })
      if (!['html-200', 'empty', 'cut-json', 'wrong-shape'].includes(String(kind))) expectProblem(/net::ERR|status of|CORS/)
      await settles(page, 'Northwind: Status unknown (not readable since 13:00 CET)')
      expect(await color(page)).not.toBe(GREEN)
      const reasons = await element(page, 1).locator('[part=reasons]').innerText()
      expect(reasons).toMatch(/^(The server|The answer).* Since 13:00 CET\.$/)
      if (kind === 'cors') expect(reasons).toContain('CORS')
      server.setFaults([])
      await page.clock.runFor(10_000)
      await settles(page, 'All components operational')
    },
  )

  test.each([['components'], ['incidents'], ['severities']])('where only the %s cannot be read', async part => {
    const { page, expectProblem } = await open({ faults: [{ path: `/${part}`, kind: 500 }] })
    expectProblem(/status of 500/)
    await settles(page, /Status unknown|not confirmed/)
    expect(await color(page)).not.toBe(GREEN)
  })

  test('when the API is gone: what was known, with its age, until it is back', async () => {
    const { page, server, expectProblem } = await open({ body: LIST })
    await settles(page, 'All components operational')
    server.setFaults([{ path: '/', kind: 'refused' }])
    expectProblem(/net::ERR/)
    await page.clock.runFor(60_000)
    await settles(page, 'Northwind: Current status not confirmed (last confirmed 1 minute ago)')
    expect(await color(page)).not.toBe(GREEN)
    expect(await element(page).getByRole('status').textContent()).toBe('Northwind: Current status not confirmed')
    await page.clock.runFor(4 * 60_000 + 30_000)
    await settles(page, /last confirmed 5 minutes ago/)
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
    await settles(page, 'Northwind: Current status not confirmed (last confirmed 20 minutes ago)')
  })

  test('what is wrong stays said when the API is gone', async () => {
    const { page, server, expectProblem } = await open({ server: { data: troubled } })
    await settles(page, /1 component affected/)
    server.setFaults([{ path: '/', kind: 500 }])
    expectProblem(/status of 500/)
    await page.clock.runFor(60_000)
    await settles(page, 'Northwind: 1 component affected (last confirmed 1 minute ago)')
  })
})

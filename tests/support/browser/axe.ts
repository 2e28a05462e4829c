import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** How axe is told of the only part to look at: it knows selectors alone. */
const PART = 'data-axe-part'

/** The short form of axe, once a document: the builder would load the long one, twice, for each look. That takes longer than to run it. */
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const NOTHING = 'void 0'
const loadAxe = (page: Page) =>
  Promise.all(
    page.frames().map(async frame => {
      if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(AXE)
    }),
  )

interface Where {
  /** The only part to look at. */
  within?: Locator | undefined
}

/** WCAG 2.2 AA and axe's best practices, on the page as it stands, or on a part of it alone. */
export async function expectNoAxeViolations(page: Page, { within }: Where = {}): Promise<void> {
  await loadAxe(page)
  // No frame is of another origin: then the legacy mode finds the same without a second page.
  const builder = new AxeBuilder({ page, axeSource: NOTHING }).setLegacyMode().options({
    runOnly: { type: 'tag', values: TAGS },
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  })
  if (within) {
    await within.evaluate((part, name) => part.setAttribute(name, ''), PART)
    builder.include(`[${PART}]`)
  }
  const { violations } = await builder.analyze()
  await within?.evaluate((part, name) => part.removeAttribute(name), PART)
  const report = violations.map(({ id, impact, help, nodes }) =>
    [
      `${id} (${impact ?? 'no impact'}): ${help}`,
      ...nodes.map(node => `  ${node.target.join(' ')}\n    ${node.html.slice(0, 160)}\n    ${indented(node.failureSummary)}`),
    ].join('\n'),
  )
  if (report.length > 0) throw new Error(`axe found on ${page.url()}\n${report.join('\n\n')}`)
}

/** Nothing is wider than the screen, no open dialog either; a part of the page is not cut off at a side. */
export async function expectFitting(page: Page, { within }: Where = {}): Promise<void> {
  const where = page.url()
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
  expect(wide, `the width of ${where}`).toBeLessThanOrEqual(room)
  const edges = await (within ?? page.getByRole('dialog')).evaluateAll(parts =>
    parts.map(part => part.getBoundingClientRect()).flatMap(({ left, right }) => [left, right]),
  )
  for (const edge of edges) {
    expect(edge, `an edge on ${where}`).toBeGreaterThanOrEqual(0)
    expect(edge, `an edge on ${where}`).toBeLessThanOrEqual(room + 1)
  }
}

/** Of a page or a part of it: axe finds nothing, and it fits the screen. A whole page has one heading of the first level. */
export async function expectSound(page: Page, { within }: Where = {}): Promise<void> {
  const ofPage = page.getByRole('heading', { level: 1 })
  if (!within) expect(await ofPage.count(), `headings of the first level on ${page.url()}`).toBe(1)
  await expectFitting(page, { within })
  await expectNoAxeViolations(page, { within })
}

const indented = (summary = '') => summary.split('\n').join('\n    ')

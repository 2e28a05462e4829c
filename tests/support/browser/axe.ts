import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** How axe is told of the only part to look at: it knows selectors alone. */
const PART = 'data-axe-part'

/** WCAG 2.2 AA and axe's best practices, on the page as it stands, or on a part of it alone. */
export async function expectNoAxeViolations(page: Page, { within }: { within?: Locator } = {}): Promise<void> {
  // The page has no frames: then the legacy mode finds the same without a second page.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({
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

const indented = (summary = '') => summary.split('\n').join('\n    ')

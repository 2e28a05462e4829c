import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** WCAG 2.2 AA and axe's best practices, on the page as it stands; `within` is a selector of the only part to look at. */
export async function expectNoAxeViolations(page: Page, { within }: { within?: string } = {}): Promise<void> {
  // The page has no frames: then the legacy mode finds the same without a second page.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({
    runOnly: { type: 'tag', values: TAGS },
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  })
  if (within !== undefined) builder.include(within)
  const { violations } = await builder.analyze()
  const report = violations.map(({ id, impact, help, nodes }) =>
    [
      `${id} (${impact ?? 'no impact'}): ${help}`,
      ...nodes.map(node => `  ${node.target.join(' ')}\n    ${node.html.slice(0, 160)}\n    ${indented(node.failureSummary)}`),
    ].join('\n'),
  )
  if (report.length > 0) throw new Error(`axe found on ${page.url()}\n${report.join('\n\n')}`)
}

const indented = (summary = '') => summary.split('\n').join('\n    ')

import { describe, expect, test } from 'vitest'
import { buildData, buildIncident, buildUpdate } from '../support/builders'
import { inCase } from '../support/browser/inCase'
import { openStatusPage } from '../support/browser/statusPage'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const incident = buildIncident({ beganAt: '2026-03-10T10:00:00Z', endedAt: null })

const MARKDOWN = `Attaching is **slow**, see [the guide](https://docs.example.org/guide).

- first
- second

\`openstack volume list\``

const HOSTILE = `<script>document.title = 'stolen'</script>
<img src=x onerror="document.title = 'stolen'">
<svg onload="document.title = 'stolen'"></svg>
<iframe srcdoc="<script>parent.document.title = 'stolen'</script>"></iframe>
<form action="https://example.org"><input name="a"></form>
<p id="app" style="position: fixed" onclick="document.title = 'stolen'">A paragraph</p>

[a script](javascript:document.title='stolen') [data](data:text/html,x) ![a picture](https://example.org/x.png)
<a href="https://example.org" target="_top">a link</a>`

const open = (description: string, path = '') => {
  const updates = { [incident.id]: [buildUpdate({ description })] }
  const data = buildData({ incidents: [{ ...incident, description }], updates })
  return openStatusPage({ now: NOW, path, server: { data } })
}

describe('texts of operators', () => {
  test('are Markdown, in the summary and on the page of the incident', async () => {
    const { page } = await open(MARKDOWN)
    const expectMarkdown = async (where: string) => {
      await page.getByRole('strong').filter({ hasText: 'slow' }).first().waitFor()
      const items = page.getByRole('listitem').filter({ hasText: /^(first|second)$/ })
      expect(await items.count(), where).toBeGreaterThan(1)
      expect(await page.getByRole('code').first().innerText(), where).toBe('openstack volume list')
      const link = page.getByRole('link', { name: 'the guide' }).first()
      expect(await link.getAttribute('href'), where).toBe('https://docs.example.org/guide')
      expect((await link.getAttribute('rel'))?.split(' '), where).toContain('noopener')
    }
    await inCase('the summary', expectMarkdown('the summary'))
    await page.getByRole('link', { name: incident.displayName! }).first().click()
    await page.getByRole('heading', { level: 1, name: incident.displayName! }).waitFor()
    await inCase('the page of the incident', expectMarkdown('the page of the incident'))
  })

  test('cannot run scripts, ask other hosts, or change the page', async () => {
    const { page } = await open(HOSTILE, `incidents/${incident.id}`)
    const text = page.getByText('A paragraph').first()
    await text.waitFor()
    await text.click()
    for (const name of ['a script', 'data']) {
      const fake = page.getByText(name, { exact: true }).first()
      await fake.click()
      expect(await fake.getAttribute('href')).toBeNull()
    }
    await page.waitForLoadState('networkidle')
    expect(await page.title()).toContain('Slow volumes')
    const main = page.getByRole('main')
    expect(await main.locator('script, img, iframe, form, input, style').count()).toBe(0)
    expect(await main.locator('[onclick], [onload], [onerror], [style*="fixed"], [id=app]').count()).toBe(0)
    const link = page.getByRole('link', { name: 'a link' }).first()
    expect(await link.getAttribute('target')).toBe('_blank')
    expect(await link.getAttribute('rel')).toContain('noopener')
  })

  test('stay readable where the renderer cannot be loaded', async () => {
    const description = 'It is **not** over, see [the plan](https://example.org).'
    let refused: Promise<unknown> | undefined
    const { page, expectProblem } = await openStatusPage({
      server: { data: buildData({ incidents: [buildIncident({ description, endedAt: null })] }) },
      async prepare(context) {
        refused = context.waitForEvent('requestfailed', request => request.url().includes('/markdown-'))
        await context.route(/markdown-.*\.js$/, route => route.abort())
      },
    })
    expectProblem(/ERR_FAILED/)
    await refused
    await page.getByText('over, see the plan.').waitFor()
    expect(await page.getByRole('strong').filter({ hasText: /^not$/ }).count()).toBe(1)
    expect(await page.getByRole('link', { name: 'the plan' }).count()).toBe(0)
  })
})

describe('pages of the provider', () => {
  const about = [
    { path: 'imprint', title: { en: 'Imprint', de: 'Impressum' }, markdown: '## Example Cloud\n\n[Mail](mailto:a@example.org)' },
    { path: 'privacy', title: 'Privacy', source: 'privacy.md' },
  ]

  test('are linked, inline or from a file, cleaned like any text', async () => {
    const files = { 'privacy.md': `# Privacy matters\n\n${HOSTILE}` }
    const { page } = await openStatusPage({ config: { about }, files, basePath: '/sub/' })
    await page.getByRole('link', { name: 'Imprint' }).click()
    await page.getByRole('main').getByRole('strong').filter({ hasText: 'Example Cloud' }).waitFor()
    expect(await page.title()).toContain('Imprint')
    await page.getByRole('link', { name: 'Privacy' }).click()
    await page.getByRole('main').getByRole('strong').filter({ hasText: 'Privacy matters' }).waitFor()
    expect(await page.getByRole('main').locator('script, img, iframe, form').count()).toBe(0)
    expect(await page.title()).toContain('Privacy')
  })
})

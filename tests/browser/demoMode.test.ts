import { describe, expect, test } from 'vitest'
import { seedBelievableCloud } from '@/demo/seed'
import { openPage } from '../support/browser/page'
import { say } from '../support/browser/texts'

const STORAGE_KEY = 'scs-status demo /sub/'
const openDemo = () => openPage({ config: { apiUrl: 'demo' }, basePath: '/sub/' })

describe('the embedded demo', () => {
  test('answers from memory: it is loaded, and nobody else is asked', async () => {
    const { page, site } = await openDemo()
    const hosts = new Set<string>()
    page.on('request', request => hosts.add(new URL(request.url()).origin))
    await page.getByRole('heading', { name: 'Slow volumes and delayed attachments in North' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Slow volumes and delayed attachments in North' }).waitFor()
    expect(site.requests.filter(({ url }) => /demoFetch/.test(url))).not.toEqual([])
    expect([...hosts]).toEqual([site.origin])
  })

  test('says on every page that its data is invented', async () => {
    const { page } = await openDemo()
    await page.getByText(say('app.demoText')).waitFor()
    await page.getByRole('link', { name: 'Slow volumes and delayed attachments in North' }).click()
    await page.getByRole('heading', { level: 1, name: 'Slow volumes and delayed attachments in North' }).waitFor()
    expect(await page.getByTestId('demo-mark').isVisible()).toBe(true)
  })

  test('keeps changes over a reload, until it is reset', async () => {
    const { page } = await openDemo()
    const row = (name: string) => page.getByRole('slider', { name: `${name}: the last 90 days` })
    await row('Compute North').waitFor()

    const data = seedBelievableCloud(Date.now())
    for (const component of data.components)
      if (component.displayName === 'Compute North') component.displayName = 'Compute Arctic'
    const saved = JSON.stringify({ version: 1, seededAt: Date.now(), data })
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [STORAGE_KEY, saved] as const)
    await page.reload()
    await row('Compute Arctic').waitFor()
    expect(await row('Compute North').count()).toBe(0)

    await page.getByRole('button', { name: say('app.demoReset') }).click()
    await row('Compute North').waitFor()
    await page.reload()
    await row('Compute North').waitFor()
    expect(await row('Compute Arctic').count()).toBe(0)
  })
})

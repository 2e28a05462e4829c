import { describe, expect, test } from 'vitest'
import { buildIncident } from '../support/builders'
import { choose } from '../support/browser/choose'
import { impact, incidentPath, ongoing, openCloud } from '../support/browser/manageCloud'
import { button, logIn, pressMore } from '../support/browser/managePage'
import { say } from '../support/browser/texts'

const headline = () => say('manage.update.headline')

describe('two tabs', () => {
  test('keep a draft each, and publishing in one leaves the other’s alone', async () => {
    const { page, context, site, takeWrites } = await openCloud([ongoing()], { path: incidentPath })
    const other = await context.newPage()
    await other.goto(site.url + incidentPath)
    await logIn(other)
    await page.getByLabel(headline()).fill('From the first tab')
    await other.getByLabel(headline()).fill('From the second tab')
    const drafts = () => page.evaluate(() => Object.keys(localStorage).filter(key => key.includes(' draft ')).length)
    await page.clock.runFor(1_000)
    await expect.poll(drafts).toBe(2)
    await button(page, 'manage.update.publish').click()
    await expect.poll(drafts).toBe(1)
    expect(await other.getByLabel(headline()).inputValue()).toBe('From the second tab')
    expect(takeWrites()).toHaveLength(1)
  })

  test('that change the same are a conflict for the second', async () => {
    const { page, context, site, server } = await openCloud([ongoing()], { path: incidentPath })
    const other = await context.newPage()
    await other.goto(site.url + incidentPath)
    await logIn(other)
    await choose(page, say('incident.phase'), 'Working on it')
    await choose(other, say('incident.phase'), 'Resolved')
    await button(page, 'manage.update.publish').click()
    await expect.poll(() => server.store.data.incidents[0]?.phase?.order).toBe(1)
    await button(other, 'manage.update.publish').click()
    await other.getByRole('dialog', { name: say('manage.conflict.title') }).waitFor()
    expect(server.store.data.incidents[0]?.phase?.order).toBe(1)
  })
})

describe('slow answers', () => {
  test('a refresh that comes in while a form is filled in changes nothing that is typed', async () => {
    const { page, server } = await openCloud([ongoing()], { path: incidentPath })
    await page.getByLabel(headline()).fill('Half')
    server.store.write(data => (data.incidents[0]!.displayName = 'Renamed by someone else'))
    await page.clock.fastForward('01:05')
    await page.getByRole('heading', { level: 1, name: 'Renamed by someone else' }).waitFor()
    expect(await page.getByLabel(headline()).inputValue()).toBe('Half')
  })

  test('an old answer that comes after a write does not bring back what was before', async () => {
    const { page, server } = await openCloud([ongoing()], { path: incidentPath })
    await page.getByLabel(headline()).fill('Renewed')
    // A poll asks before the write, and its answer comes long after it.
    server.setFaults([
      { method: 'GET', path: new RegExp(`^/incidents/${buildIncident().id}$`), kind: 'slow', delayMs: 1_500, times: 1 },
    ])
    await page.clock.fastForward('01:05')
    await expect.poll(() => server.requests.filter(({ path }) => path.endsWith('/updates')).length).toBeGreaterThan(1)
    await button(page, 'manage.update.publish').click()
    await page.getByText(say('manage.operation.saved', { steps: say('manage.step.say') })).waitFor()
    await page.waitForTimeout(1_800)
    await page.getByRole('button', { name: say('manage.updates.editName', { title: 'Renewed' }) }).waitFor()
  })

  test('a double click on anything that writes sends it once', async () => {
    const affects = [impact('Compute', 66), impact('DNS', 66)]
    const { page, takeWrites } = await openCloud([ongoing({ affects })], { path: incidentPath })
    await page.getByLabel(headline()).fill('Once')
    await button(page, 'manage.update.publish').dblclick()
    await page.getByText(say('manage.operation.saved', { steps: say('manage.step.say') })).waitFor()
    expect(takeWrites()).toHaveLength(1)

    await pressMore(page, 'manage.incident.delete')
    await button(page.getByRole('dialog'), 'manage.delete.confirm').dblclick()
    await button(page, 'manage.operation.sendNow').dblclick()
    await page.getByRole('heading', { level: 1, name: say('manage.title') }).waitFor()
    expect(takeWrites().map(({ method }) => method)).toEqual(['DELETE'])
  })
})

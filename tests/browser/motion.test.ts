import { expect, test } from 'vitest'
import { optionsOf } from '../support/browser/choose'
import { openMoreMenu, openSettings } from '../support/browser/header'
import { motions, recordMotion } from '../support/browser/motion'
import { openStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

test('nothing moves for a visitor who wants no motion', async () => {
  const { page } = await openStatusPage({ reducedMotion: 'reduce', initScripts: [recordMotion] })
  await page.getByRole('heading', { name: say('recent.title') }).waitFor()
  const moving = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(element => {
          const { transitionDuration, animationDuration } = getComputedStyle(element)
          return [transitionDuration, animationDuration].some(text =>
            text.split(',').some(part => Number.parseFloat(part) > 0.001),
          )
        })
        .map(element => element.outerHTML.slice(0, 80)),
    )
  expect(await moving()).toEqual([])
  await openMoreMenu(page)
  expect(await moving(), 'a menu').toEqual([])
  await page.keyboard.press('Escape')
  await openSettings(page)
  expect(await moving(), 'a dialog').toEqual([])
  await page.keyboard.press('Escape')
  await optionsOf(page, say('components.state'))
  expect(await motions(page)).toEqual([])
})

test('a list fades in, in the time of all motion', async () => {
  const { page } = await openStatusPage({ reducedMotion: 'no-preference', initScripts: [recordMotion] })
  await page.getByRole('heading', { name: say('recent.title') }).waitFor()
  await optionsOf(page, say('components.state'))
  const ofList = async () => (await motions(page)).find(([name]) => name === 'v-overlay__content')
  await expect.poll(ofList).toEqual(['v-overlay__content', 120])
})

import { createApp, defineComponent, nextTick, shallowRef } from 'vue'
import { expect, it } from 'vitest'
import { useFavicon } from '@/app/layout/favicon'
import { severityScale } from '@/domain/severity/severity'
import { atEnd } from '../support/cleanup'
import { iconOf } from '../support/head'

const { operational, unknown } = severityScale([])

it('the icon of the tab is that of the level, and the icon of a home screen stays', async () => {
  const homeScreen = document.createElement('link')
  homeScreen.rel = 'apple-touch-icon'
  homeScreen.href = 'http://page.test/status/home.png'
  document.head.append(homeScreen)
  const level = shallowRef(unknown)
  const app = createApp(
    defineComponent({
      setup() {
        useFavicon(() => level.value)
        return () => null
      },
    }),
  )
  app.mount(document.createElement('div'))
  atEnd(() => app.unmount())
  const before = iconOf()
  expect(before).toMatch(/^data:image\/svg\+xml,/)
  level.value = operational
  await nextTick()
  expect(iconOf()).toMatch(/^data:image\/svg\+xml,/)
  expect(iconOf()).not.toBe(before)
  expect(homeScreen.href).toBe('http://page.test/status/home.png')
})

import { nextTick } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import type { ConfigResult } from '@/config/loadConfig'
import { atEnd } from '../support/cleanup'
import { buildSite } from '../support/config'
import { mountPage } from '../support/page'
import { serve } from '../support/server'

/** A system that can be switched while the page is open. */
class System extends EventTarget {
  matches = false
  async switchTo(scheme: 'light' | 'dark') {
    this.matches = scheme === 'dark'
    this.dispatchEvent(Object.assign(new Event('change'), { matches: this.matches }))
    await nextTick()
  }
}

async function open(result: ConfigResult) {
  const system = new System()
  const { matchMedia } = window
  vi.stubGlobal('matchMedia', () => system)
  atEnd(() => vi.stubGlobal('matchMedia', matchMedia))
  serve()
  return { ...(await mountPage(result)), system }
}
const shown = () => document.documentElement.dataset.theme

describe.each([
  ['the page', (): ConfigResult => ({ kind: 'ok', config: buildSite({ theme: { mode: 'system' } }), warnings: [] })],
  ['what is shown without a configuration', (): ConfigResult => ({ kind: 'missing', url: 'http://page.test/config.json' })],
])('%s', (_, result) => {
  it('follows the system for as long as it is there', async () => {
    const { app, system } = await open(result())
    expect(shown()).toBe('light')
    await system.switchTo('dark')
    expect(shown()).toBe('dark')
    app.unmount()
    await system.switchTo('light')
    expect(shown()).toBe('dark')
  })
})

it('a page whose provider decided leaves the system alone', async () => {
  const { system } = await open({ kind: 'ok', config: buildSite({ theme: { mode: 'light' } }), warnings: [] })
  await system.switchTo('dark')
  expect(shown()).toBe('light')
})

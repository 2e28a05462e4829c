// @vitest-environment happy-dom
import { createPinia, disposePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { ConfigInput } from '@/config/schema'
import { definePreferences } from '@/stores/preferencesStore'
import { buildConfig } from '../../support/config'

interface SetUp {
  readonly config?: Partial<ConfigInput>
  readonly kept?: unknown
  readonly languages?: readonly string[]
}

function setUp({ config, kept, languages = ['en-US'] }: SetUp = {}) {
  if (kept !== undefined) keep(typeof kept === 'string' ? kept : JSON.stringify(kept))
  const pinia = createPinia()
  pinias.push(pinia)
  return definePreferences(buildConfig(config), { key: KEY }, languages)(pinia)
}
const KEY = 'preferences of this page'
const keep = (text: string) => localStorage.setItem(KEY, text)
const saved = () => JSON.parse(localStorage.getItem(KEY) ?? 'null') as unknown

let pinias: Pinia[] = []
beforeEach(() => localStorage.clear())
afterEach(() => {
  pinias.forEach(disposePinia)
  pinias = []
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('what nobody chose', () => {
  it('follows the configuration', () => {
    const config = { theme: { mode: 'dark', palette: 'colour-blind' }, timeZone: 'Europe/Berlin' } as const
    expect(setUp({ config })).toMatchObject({
      theme: 'dark',
      palette: 'colour-blind',
      timeZone: 'Europe/Berlin',
      zone: 'Europe/Berlin',
    })
  })

  it('is not kept, so that a later change of the configuration reaches the visitor', async () => {
    const preferences = setUp()
    preferences.choose({ theme: 'dark' })
    await nextTick()
    expect(saved()).toEqual({ theme: 'dark' })
  })
})

describe('a choice', () => {
  it('wins over the configuration and is kept', async () => {
    const preferences = setUp({ config: { theme: { mode: 'dark' } } })
    preferences.choose({ theme: 'light' })
    preferences.choose({ palette: 'high-contrast' })
    expect(preferences).toMatchObject({ theme: 'light', palette: 'high-contrast' })
    await nextTick()
    expect(saved()).toEqual({ theme: 'light', palette: 'high-contrast' })
  })

  it('is there again at the next visit', () => {
    const kept = { theme: 'light', palette: 'colour-blind', timeZone: 'utc', language: 'de' }
    expect(setUp({ kept })).toMatchObject({ ...kept, zone: 'UTC' })
  })
})

describe('what is kept and makes no sense', () => {
  it.each([
    ['no JSON', '{"theme":'],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '["dark"]'],
    ['a text', '"dark"'],
    ['unknown names', { theme: 'pink', palette: 'grey', language: 'tlh', timeZone: 'Mars/Olympus' }],
    ['other types', { theme: 1, palette: null, language: {}, timeZone: ['utc'] }],
    ['names of what every object has', { theme: 'constructor', palette: '__proto__', language: 'toString', timeZone: '' }],
  ])('is ignored: %s', (_, kept) => {
    expect(setUp({ kept, config: { timeZone: 'utc' } })).toMatchObject({
      theme: 'system',
      palette: 'default',
      timeZone: 'utc',
      language: 'en',
    })
  })

  it('costs only itself', () => {
    expect(setUp({ kept: { theme: 'dark', timeZone: 'Mars/Olympus' } })).toMatchObject({
      theme: 'dark',
      timeZone: 'utc',
    })
  })
})

describe('the zone', () => {
  it('is the visitor’s where that is wished', () => {
    expect(setUp({ config: { timeZone: 'local' } }).zone).toBe('Australia/Lord_Howe')
  })

  it.each([
    ['utc', 'UTC'],
    ['local', 'Australia/Lord_Howe'],
    ['America/St_Johns', 'America/St_Johns'],
  ])('%s means %s', (timeZone, zone) => {
    const preferences = setUp()
    preferences.choose({ timeZone })
    expect(preferences.zone).toBe(zone)
  })
})

describe('the language', () => {
  it.each([
    ['the first that the browser asks for and the page has', ['it-IT', 'de-AT', 'en'], 'de'],
    ['whichever of them it is', ['fr-CA', 'de'], 'fr'],
    ['whatever its region or case', ['DE'], 'de'],
    ['English where the browser asks for nothing else that is there', ['es', 'it'], 'en'],
    ['English where the browser asks for nothing', [], 'en'],
  ])('is %s', (_, languages, language) => {
    expect(setUp({ languages }).language).toBe(language)
  })

  it('is the first configured one where the browser asks for none of them', () => {
    expect(setUp({ languages: ['fr'], config: { languages: ['de', 'en'] } }).language).toBe('de')
  })

  it('is never one that the configuration does not offer', () => {
    const preferences = setUp({ languages: ['en'], kept: { language: 'en' }, config: { languages: ['de'] } })
    expect(preferences.language).toBe('de')
  })

  it('is the chosen one before the browser’s', () => {
    const preferences = setUp({ languages: ['en'] })
    preferences.choose({ language: 'de' })
    expect(preferences.language).toBe('de')
  })
})

describe('the storage of the browser', () => {
  it('has nothing of a visitor who chose nothing', async () => {
    setUp()
    await nextTick()
    expect(localStorage).toHaveLength(0)
  })

  it.each([
    ['refuses to be touched', () => vi.spyOn(window, 'localStorage', 'get').mockImplementation(refuse)],
    ['refuses to be looked at', () => vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })],
    ['refuses to keep anything', () => vi.stubGlobal('localStorage', { getItem: () => null, setItem: refuse })],
    ['is none', () => vi.stubGlobal('localStorage', undefined)],
  ])('is done without for this visit where it %s', async (_, stub) => {
    stub()
    const preferences = setUp()
    preferences.choose({ theme: 'dark' })
    await nextTick()
    expect(preferences.theme).toBe('dark')
  })

  it('that another page changes changes nothing here', async () => {
    const preferences = setUp({ kept: { theme: 'light' } })
    keep('{"theme":"dark"}')
    window.dispatchEvent(new StorageEvent('storage', { key: KEY, newValue: '{"theme":"dark"}', storageArea: localStorage }))
    await nextTick()
    expect(preferences.theme).toBe('light')
  })
})

const refuse = () => {
  throw new DOMException('refused', 'SecurityError')
}

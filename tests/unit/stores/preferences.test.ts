// @vitest-environment happy-dom
import { createPinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { ConfigInput } from '@/config/schema'
import { browserStorage, definePreferences, type ChoiceStorage } from '@/stores/preferencesStore'
import { buildConfig } from '../../support/config'

interface SetUp {
  readonly config?: Partial<ConfigInput>
  readonly kept?: unknown
  readonly languages?: readonly string[]
}

function setUp({ config, kept, languages = ['en-US'] }: SetUp = {}) {
  const saved: unknown[] = []
  const storage: ChoiceStorage = {
    load: () => (kept === undefined ? null : typeof kept === 'string' ? kept : JSON.stringify(kept)),
    save: text => saved.push(JSON.parse(text)),
  }
  return { preferences: definePreferences(buildConfig(config), storage, languages)(createPinia()), saved }
}

describe('what nobody chose', () => {
  it('follows the configuration', () => {
    const config = { theme: { mode: 'dark', palette: 'colour-blind' }, timeZone: 'Europe/Berlin' } as const
    expect(setUp({ config }).preferences).toMatchObject({
      theme: 'dark',
      palette: 'colour-blind',
      timeZone: 'Europe/Berlin',
      zone: 'Europe/Berlin',
    })
  })

  it('is not kept, so that a later change of the configuration reaches the visitor', async () => {
    const { preferences, saved } = setUp()
    preferences.choose({ theme: 'dark' })
    await nextTick()
    expect(saved).toEqual([{ theme: 'dark' }])
  })
})

describe('a choice', () => {
  it('wins over the configuration and is kept', async () => {
    const { preferences, saved } = setUp({ config: { theme: { mode: 'dark' } } })
    preferences.choose({ theme: 'light' })
    preferences.choose({ palette: 'high-contrast' })
    expect(preferences).toMatchObject({ theme: 'light', palette: 'high-contrast' })
    await nextTick()
    expect(saved.at(-1)).toEqual({ theme: 'light', palette: 'high-contrast' })
  })

  it('is there again at the next visit', () => {
    const kept = { theme: 'light', palette: 'colour-blind', timeZone: 'utc', language: 'de' }
    expect(setUp({ kept }).preferences).toMatchObject({ ...kept, zone: 'UTC' })
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
    expect(setUp({ kept, config: { timeZone: 'utc' } }).preferences).toMatchObject({
      theme: 'system',
      palette: 'default',
      timeZone: 'utc',
      language: 'en',
    })
  })

  it('costs only itself', () => {
    expect(setUp({ kept: { theme: 'dark', timeZone: 'Mars/Olympus' } }).preferences).toMatchObject({
      theme: 'dark',
      timeZone: 'utc',
    })
  })
})

describe('the zone', () => {
  it('is the visitor’s where that is wished', () => {
    expect(setUp({ config: { timeZone: 'local' } }).preferences.zone).toBe('Australia/Lord_Howe')
  })

  it.each([
    ['utc', 'UTC'],
    ['local', 'Australia/Lord_Howe'],
    ['America/St_Johns', 'America/St_Johns'],
  ])('%s means %s', (timeZone, zone) => {
    const { preferences } = setUp()
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
    expect(setUp({ languages }).preferences.language).toBe(language)
  })

  it('is the first configured one where the browser asks for none of them', () => {
    expect(setUp({ languages: ['fr'], config: { languages: ['de', 'en'] } }).preferences.language).toBe('de')
  })

  it('is never one that the configuration does not offer', () => {
    const { preferences } = setUp({ languages: ['en'], kept: { language: 'en' }, config: { languages: ['de'] } })
    expect(preferences.language).toBe('de')
  })

  it('is the chosen one before the browser’s', () => {
    const { preferences } = setUp({ languages: ['en'] })
    preferences.choose({ language: 'de' })
    expect(preferences.language).toBe('de')
  })
})

describe('the storage of the browser', () => {
  it('keeps a text under its key', () => {
    browserStorage('one').save('text')
    expect(browserStorage('one').load()).toBe('text')
    expect(browserStorage('other').load()).toBeNull()
  })

  it('forgets where the browser refuses, and throws nothing', () => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
    try {
      expect(() => browserStorage('one').save('text')).not.toThrow()
      expect(browserStorage('one').load()).toBeNull()
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

import { describe, expect, it } from 'vitest'
import { describeProblem } from '@/build/configure/describeProblem'
import { parseConfig } from '@/config/parseConfig'

const problemsOf = (keys: object) => parseConfig({ apiUrl: '/api', ...keys }).problems

describe('a text for readers has something to read', () => {
  const north = { id: 'north', name: 'North', apiUrl: '/api' }
  const page = { path: 'imprint', title: 'Imprint' }
  const template = { name: 'x', kind: 'update', title: 'x' }
  const NOTHING = ['\u200b', ' \t\n', '\u202e\u2066', '\u00a0\u2003', '\u3164', '\ufeff\u00ad', '\u{e0020}', '\u0301']

  it.each([
    ['title', (text: string) => ({ title: text })],
    ['providers[0].name', (text: string) => ({ apiUrl: undefined, providers: [{ ...north, name: text }] })],
    ['links.components[0].name', (text: string) => ({ links: { components: [{ name: text, url: '/x' }] } })],
    ['about[0].title', (text: string) => ({ about: [{ ...page, title: text, url: '/x' }] })],
    ['about[0].title.de', (text: string) => ({ about: [{ ...page, title: { en: 'x', de: text }, url: '/x' }] })],
    ['severities.broken.label', (text: string) => ({ severities: { broken: { label: text } } })],
    ['phases.Begun.de', (text: string) => ({ phases: { Begun: { de: text } } })],
    ['announcement.text.fr', (text: string) => ({ announcement: { text: { fr: text } } })],
    ['about[0].markdown', (text: string) => ({ about: [{ ...page, markdown: text }] })],
    ['templates[0].name', (text: string) => ({ templates: [{ ...template, name: text }] })],
    ['templates[0].title', (text: string) => ({ templates: [{ ...template, title: text }] })],
  ])('%s', (path, keysWith) => {
    for (const text of NOTHING)
      expect(problemsOf(keysWith(text)), JSON.stringify(text)).toMatchObject([{ path, code: 'invisible' }])
    expect(problemsOf(keysWith(''))).toMatchObject([{ path, code: 'empty' }])
    for (const text of ['x', '\u202eabc', 'שלום', '☁️', ' . ']) expect(problemsOf(keysWith(text)), text).toEqual([])
  })

  it('is told with the codes of what was found', () => {
    const [problem] = problemsOf({ title: ' \u200b\u202e\u{e0020}' })
    expect(problem?.received).toBe(String.raw`" \u200b\u202e\udb40\udc20"`)
    expect(describeProblem(problem!)).toBe(
      String.raw`title: must have a character that can be seen, but is " \u200b\u202e\udb40\udc20"`,
    )
  })

  it.each([['severities'], ['components']])('but names that are compared are taken as they are: %s', key => {
    expect(problemsOf({ [key]: key === 'components' ? { groupBy: ' ' } : { ' ': { weight: 1 } } })).toEqual([])
  })
})

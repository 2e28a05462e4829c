import { beforeEach, describe, expect, it } from 'vitest'
import { MAX_OWN_TEMPLATES, ownTemplateStorage, type OwnTemplate } from '@/features/incidentAdmin/templates/ownTemplates'

/** As much of a browser's storage as is asked for. */
function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: index => [...kept.keys()][index] ?? null,
    getItem: name => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: name => void kept.delete(name),
    clear: () => kept.clear(),
  }
}

let store: Storage
beforeEach(() => (store = memory()))
const storage = (prefix = 'page ') => ownTemplateStorage(prefix, () => store)
const template = (id: string, overrides: Partial<OwnTemplate> = {}): OwnTemplate => ({
  id,
  kind: 'incident',
  name: `Name ${id}`,
  title: `Title ${id}`,
  description: '',
  ...overrides,
})

describe('own templates', () => {
  it('are listed by name', () => {
    for (const id of ['b', 'a']) storage().save(template(id))
    expect(storage().list()).toEqual([template('a'), template('b')])
  })

  it('belong to one page and one API', () => {
    storage('one ').save(template('a'))
    expect(storage('other ').list()).toEqual([])
  })

  it('take the place of one of the same kind and name, and of no other', () => {
    storage().save(template('a', { name: 'Same' }))
    storage().save(template('b', { name: 'Same', title: 'New' }))
    storage().save(template('c', { name: 'Same', kind: 'update' }))
    expect(storage().list()).toEqual([
      template('a', { name: 'Same', title: 'New' }),
      template('c', { name: 'Same', kind: 'update' }),
    ])
  })

  it('can be removed', () => {
    for (const id of ['a', 'b']) storage().save(template(id))
    storage().remove('a')
    expect(storage().list()).toEqual([template('b')])
  })

  it('are limited in number; one that exists can still be changed', () => {
    for (let n = 0; n < MAX_OWN_TEMPLATES; n++) expect(storage().save(template(String(n)))).toBe('saved')
    expect(storage().save(template('more'))).toBe('full')
    expect(storage().list()).toHaveLength(MAX_OWN_TEMPLATES)
    expect(storage().save(template('again', { name: 'Name 0' }))).toBe('saved')
  })

  it.each(['{', 'null', '[]', '"text"', '{"id":"x"}', JSON.stringify({ ...template('x'), kind: 'other' })])(
    'leave out what is none: %s',
    text => {
      store.setItem('page x', text)
      storage().save(template('a'))
      expect(storage().list()).toEqual([template('a')])
    },
  )

  it('are not kept, and nothing breaks, where the browser keeps nothing', () => {
    const none = ownTemplateStorage('page ', () => {
      throw new DOMException('no storage', 'SecurityError')
    })
    expect(none.save(template('a'))).toBe('notKept')
    expect(none.list()).toEqual([])
    expect(() => none.remove('a')).not.toThrow()
  })
})

import { readFileSync } from 'node:fs'
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compareFingerprints, fingerprintOf, type Fingerprint } from '../../openapi/fingerprint'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const text = read('openapi/scs-status-page.yaml')
const committed = JSON.parse(read('openapi/fingerprint.json')) as Fingerprint
const compareText = (changed: string) => compareFingerprints(committed, fingerprintOf(parse(changed)))

function replaced(from: string, to: string) {
  expect(text).toContain(from)
  return text.replace(from, to)
}

describe('the API document', () => {
  it('has the structure of the committed fingerprint', () => {
    expect(compareText(text)).toEqual([])
    expect(fingerprintOf(parse(text))).toEqual(committed)
  })

  it('has 27 operations', () => {
    expect(Object.keys(fingerprintOf(parse(text)).operations)).toHaveLength(27)
  })

  it('is what src/api/schema.d.ts was generated from', async () => {
    const generated = COMMENT_HEADER + astToString(await openapiTS(text))
    expect(generated === read('src/api/schema.d.ts'), 'src/api/schema.d.ts is stale: npm run generate:api').toBe(true)
  })
})

describe('the fingerprint', () => {
  it('does not mind other words', () => {
    expect(compareText(replaced('summary: All components', 'summary: Every component'))).toEqual([])
    expect(compareText(replaced('A few words, for people.', 'A name.'))).toEqual([])
  })

  it('names an operation whose body changes, and those only', () => {
    expect(compareText(replaced('required: [phases]', 'required: []'))).toEqual([
      'GET /phases is different',
      'POST /phases is different',
    ])
  })

  it('names the operations behind a changed parameter', () => {
    expect(compareText(replaced('name: updateOrder\n      in: path', 'name: order\n      in: path'))).toEqual(
      ['DELETE', 'GET', 'PATCH'].map(method => `${method} /incidents/{incidentId}/updates/{updateOrder} is different`),
    )
  })

  it('sees a property by the name of a wording', () => {
    const changed = replaced(
      "        description:\n          $ref: '#/components/schemas/Description'\n        beganAt:",
      '        beganAt:',
    )
    expect(compareText(changed)).toContain('PATCH /incidents/{incidentId} is different')
  })

  it('names an operation that is gone and one that is new', () => {
    expect(compareText(replaced('  /severities:', '  /bands:'))).toEqual([
      'GET /bands is new',
      'GET /severities is gone',
      'POST /bands is new',
      'POST /severities is gone',
    ])
  })

  it('refuses a reference that leads nowhere', () => {
    expect(() => compareText(replaced("$ref: '#/components/schemas/Phase'", "$ref: '#/components/schemas/Stage'"))).toThrow(
      '#/components/schemas/Stage leads nowhere',
    )
  })
})

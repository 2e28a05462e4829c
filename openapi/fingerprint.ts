// Recognises the structure of the API document whatever its wording: a hash for each operation.
//
// To take over another version of the document: put it in the place of scs-status-page.yaml, then
//   npm run generate:api            the types in src/api/schema.d.ts
//   npm run generate:fingerprint    fingerprint.json
// and read the difference of both files before it is committed. tests/unit/contract.test.ts names what does not fit.
import { createHash } from 'node:crypto'

type Json = null | boolean | number | string | readonly Json[] | JsonObject
interface JsonObject {
  readonly [key: string]: Json
}

export interface Fingerprint {
  /** Over all operations. */
  readonly whole: string
  /** `GET /components` → hash, sorted. */
  readonly operations: Readonly<Record<string, string>>
}

const methods = ['get', 'put', 'post', 'patch', 'delete', 'options', 'head', 'trace']
const wording = new Set([
  'title',
  'summary',
  'description',
  'tags',
  'example',
  'examples',
  'default',
  'externalDocs',
  'deprecated',
])

/** The fingerprint of a parsed OpenAPI document. Throws where a reference leads nowhere. */
export function fingerprintOf(document: unknown): Fingerprint {
  const root = document as JsonObject
  const operations = Object.entries(record(root['paths']))
    .flatMap(([path, item]) =>
      methods
        .filter(method => method in record(item))
        .map(method => [`${method.toUpperCase()} ${path}`, hash(describeOperation(root, record(item), method))] as const),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return { whole: hash(operations.map(entry => [...entry])), operations: Object.fromEntries(operations) }
}

/** One line for each operation that is new, gone or different; empty where the fingerprints agree. */
export function compareFingerprints(committed: Fingerprint, current: Fingerprint): string[] {
  const names = new Set([...Object.keys(committed.operations), ...Object.keys(current.operations)])
  return [...names].sort().flatMap(name => {
    if (!(name in current.operations)) return [`${name} is gone`]
    if (!(name in committed.operations)) return [`${name} is new`]
    return committed.operations[name] === current.operations[name] ? [] : [`${name} is different`]
  })
}

function describeOperation(root: JsonObject, item: JsonObject, method: string): Json {
  const operation = record(item[method])
  const parameters = [...array(item['parameters']), ...array(operation['parameters'])]
    .map(parameter => {
      const { name, in: place, required = false, schema = null } = record(follow(root, parameter))
      return { name: name ?? null, place: place ?? null, required, schema: structure(root, schema) }
    })
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  const body = operation['requestBody'] === undefined ? null : record(follow(root, operation['requestBody']))
  return {
    id: operation['operationId'] ?? null,
    parameters,
    body: body && { required: body['required'] ?? false, content: content(root, body) },
    responses: mapValues(record(operation['responses']), response => content(root, record(follow(root, response)))),
  }
}

const content = (root: JsonObject, part: JsonObject): Json =>
  mapValues(record(part['content']), media => structure(root, record(media)['schema'] ?? null))

/** A schema with its references and `allOf` written out and its wording left out. */
function structure(root: JsonObject, node: Json, within: readonly string[] = []): Json {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node
  const schema = record(node)
  const reference = schema['$ref']
  if (typeof reference === 'string') {
    if (within.includes(reference)) return { circular: reference }
    return structure(root, follow(root, schema), [...within, reference])
  }
  const inner = (value: Json) => structure(root, value, within)
  const own: JsonObject = Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => {
      if (key === 'allOf' || key.startsWith('x-') || wording.has(key)) return []
      // Property names are data: one may well be called "description".
      return [[key, key === 'properties' ? mapValues(record(value), inner) : inner(value)]]
    }),
  )
  return withoutEmptyDemands([...array(schema['allOf']).map(part => record(inner(part))), own].reduce(merge, {}))
}

const merge = (a: JsonObject, b: JsonObject): JsonObject => ({
  ...a,
  ...b,
  ...(a['properties'] && b['properties'] && { properties: { ...record(a['properties']), ...record(b['properties']) } }),
  ...(a['required'] && b['required'] && { required: [...array(a['required']), ...array(b['required'])] }),
})

/** `required` sorted, without names that no property has: 1.1.2 as published demands two such, against its own rules. */
function withoutEmptyDemands({ required, ...schema }: JsonObject): JsonObject {
  const names = [...new Set(array(required))]
    .filter(name => Object.keys(record(schema['properties'])).some(key => key === name))
    .sort()
  return names.length ? { ...schema, required: names } : schema
}

function follow(root: JsonObject, node: Json | undefined): Json {
  const reference = record(node)['$ref']
  if (typeof reference !== 'string') return node ?? null
  const steps = reference.replace(/^#\//, '').split('/')
  const target = steps.reduce<Json | undefined>((at, step) => record(at)[step.replaceAll('~1', '/').replaceAll('~0', '~')], root)
  if (target === undefined) throw new Error(`${reference} leads nowhere`)
  return target
}

const hash = (value: Json) =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
    .slice(0, 16)

function sorted(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

const record = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
const array = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [])
const mapValues = (object: JsonObject, map: (value: Json) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]))

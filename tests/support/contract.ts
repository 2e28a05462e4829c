// Is a request one that the SCS Status Page API 1.1.2 allows? Stricter than a server: what the document does not name is
// a problem, and so is a write that breaks the rules of 0402 or of the request guide.
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import source from '../../openapi/scs-status-page.yaml?raw'

type Schema = Record<string, unknown>
interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly required?: boolean
  readonly schema: Schema
}
interface CheckedParameter extends Parameter {
  readonly check: ValidateFunction
}
interface Operation {
  readonly method: string
  /** Path template in segments, `{name}` for a parameter. */
  readonly segments: readonly string[]
  readonly parameters: ReadonlyMap<string, CheckedParameter>
  readonly body: ValidateFunction | null
}

export interface ContractRequest {
  readonly method: string
  /** Absolute, or a path from the root, with its query. */
  readonly url: string
  /** The parsed JSON; undefined = no body. */
  readonly body?: unknown
}

export interface ContractOptions {
  /** Ids need not be UUIDs: some servers have others. */
  readonly anyIds?: boolean
}

/** Lists what is wrong with a request; empty = fine. `basePath` is the path of the API's base URL, as `/api`. */
export type ContractValidator = (request: ContractRequest, basePath?: string) => string[]

export function createContractValidator({ anyIds = false }: ContractOptions = {}): ContractValidator {
  const operations = compile(anyIds)
  return ({ method, url, body }, basePath = '') => {
    const { pathname, searchParams } = new URL(url, 'http://contract.test')
    const base = basePath.replace(/\/+$/, '')
    if (!pathname.startsWith(`${base}/`)) return [`${pathname} is not below ${base}/`]
    const segments = pathname.slice(base.length + 1).split('/')
    const here = operations.filter(operation => matches(operation.segments, segments))
    if (!here.length) return [`unknown path /${segments.join('/')}`]
    const operation = here.find(candidate => candidate.method === method.toUpperCase())
    if (!operation) return [`unknown method ${method} for /${segments.join('/')}`]
    return [...checkPath(operation, segments), ...checkQuery(operation, searchParams), ...checkBody(operation, body)]
  }
}

let strict: ContractValidator | undefined
let lenient: ContractValidator | undefined
const validatorFor = ({ anyIds }: ContractOptions): ContractValidator =>
  anyIds ? (lenient ??= createContractValidator({ anyIds: true })) : (strict ??= createContractValidator())

/** Throws with all problems. Leaves the request's body unread. A CORS preflight is no call of the API and passes. */
export async function assertContract(request: Request, options: ContractOptions & { basePath?: string } = {}): Promise<void> {
  if (request.method === 'OPTIONS') return
  const text = await request.clone().text()
  const problems = validatorFor(options)({ method: request.method, url: request.url, body: parseBody(text) }, options.basePath)
  const type = request.headers.get('Content-Type') ?? 'none'
  if (text && !/^application\/json\b/.test(type)) problems.push(`the content type is ${type}`)
  if (problems.length) throw new Error([`${request.method} ${request.url}`, ...problems].join('\n  '))
}

export interface RecordedRequest {
  readonly method: string
  /** Path and query, base path included. */
  readonly path: string
  /** By lower-case name, in every environment. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** A fetch that checks each request, notes it and hands it on. What breaks the contract is thrown and not handed on. */
export function recordingFetch(
  inner: (request: Request) => Response | Promise<Response>,
  options: ContractOptions & { basePath?: string } = {},
) {
  const requests: RecordedRequest[] = []
  const problems: unknown[] = []
  return {
    requests,
    /** What assertContract threw: a client may well turn that into an error of its own. */
    problems,
    async fetch(request: Request): Promise<Response> {
      const { pathname, search } = new URL(request.url)
      requests.push({
        method: request.method,
        path: pathname + search,
        headers: Object.fromEntries([...request.headers].map(([name, value]) => [name.toLowerCase(), value])),
        body: parseBody(await request.clone().text()),
      })
      await assertContract(request, options).catch((problem: unknown) => {
        problems.push(problem)
        throw problem
      })
      return inner(request)
    },
  }
}

function parseBody(text: string): unknown {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text // a string is no object, so the schema refuses it
  }
}

const matches = (template: readonly string[], segments: readonly string[]) =>
  template.length === segments.length && template.every((part, index) => part.startsWith('{') || part === segments[index])

function checkPath({ segments: template, parameters }: Operation, segments: readonly string[]): string[] {
  return template.flatMap((part, index) => {
    if (!part.startsWith('{')) return []
    const parameter = parameters.get(`path ${part.slice(1, -1)}`)
    const value = decoded(segments[index] ?? '')
    return parameter && value ? checkText(`path ${part}`, parameter, value) : [`path ${part}: empty or malformed`]
  })
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

function checkQuery({ parameters }: Operation, query: URLSearchParams): string[] {
  const problems = [...new Set(query.keys())].flatMap(name => {
    const parameter = parameters.get(`query ${name}`)
    if (!parameter) return [`query ${name}: unknown`]
    const values = query.getAll(name)
    return values.length > 1 ? [`query ${name}: repeated`] : checkText(`query ${name}`, parameter, values[0] ?? '')
  })
  for (const { in: place, name, required } of parameters.values()) {
    if (place === 'query' && required && !query.has(name)) problems.push(`query ${name}: missing`)
  }
  if (Date.parse(query.get('end') ?? '') < Date.parse(query.get('start') ?? '')) problems.push('query end: before start')
  return problems
}

function checkText(where: string, { schema, check }: CheckedParameter, text: string) {
  const value = schema['type'] === 'integer' && /^\d+$/.test(text) ? Number(text) : text
  return check(value) ? [] : explain(where, check.errors)
}

function checkBody({ method, body: check, segments }: Operation, body: unknown): string[] {
  if (!check) return body === undefined ? [] : ['body: there must be none']
  if (body === undefined) return ['body: missing']
  if (!check(body)) return explain('body', check.errors)
  const problems = segments[0] === 'incidents' && segments.length < 3 ? checkIncident(method, body as IncidentBody) : []
  if (method === 'PATCH' && !Object.keys(body as object).length) problems.push('body: nothing to change')
  return problems
}

interface IncidentBody {
  readonly beganAt?: string | null
  readonly endedAt?: string | null
  readonly phase?: object
  readonly affects?: readonly Readonly<Record<string, unknown>>[]
}

/** What 0402 demands of an incident and the document cannot say. */
function checkIncident(method: string, { affects = [], beganAt, endedAt, phase }: IncidentBody): string[] {
  const problems = affects.flatMap((impact, index) =>
    ['reference', 'type', 'severity'].filter(name => !(name in impact)).map(name => `body/affects/${index}: no ${name}`),
  )
  const isMaintenance = affects.some(({ severity }) => severity === 0)
  if (isMaintenance && !endedAt) problems.push('body: a severity 0 without endedAt')
  if (isMaintenance && method === 'POST' && !beganAt) problems.push('body: a maintenance without beganAt')
  if (method === 'POST' && !phase) problems.push('body: an incident without a phase')
  return problems
}

const explain = (where: string, errors: readonly ErrorObject[] | null | undefined) =>
  (errors ?? []).map(({ instancePath, keyword, message, params }) => {
    if (keyword === 'false schema') return `${where}${instancePath}: is read-only`
    if (keyword === 'additionalProperties') return `${where}${instancePath}: unknown property ${params['additionalProperty']}`
    return `${where}${instancePath}: ${message}`
  })

function compile(anyIds: boolean): Operation[] {
  const ajv = new Ajv({ allErrors: true, strict: false })
  addFormats.default(ajv)
  // Stricter than RFC 3339: times are sent in UTC.
  const isTime = addFormats.default(new Ajv()).compile({ type: 'string', format: 'date-time', pattern: 'T.*Z$' })
  ajv.addFormat('date-time', text => isTime(text))
  if (anyIds) ajv.addFormat('uuid', /./)
  const document = parse(source) as Schema

  const resolve = (node: unknown): Schema => {
    const reference = (node as Schema)['$ref']
    if (typeof reference !== 'string') return node as Schema
    return reference
      .slice(2)
      .split('/')
      .reduce((at, step) => at[step] as Schema, document)
  }
  /** References and `allOf` written out, every object closed, read-only properties forbidden. */
  const closed = (node: unknown): Schema => {
    const { allOf = [], ...own } = resolve(node) as Schema & { allOf?: unknown[] }
    const parts = [...allOf.map(closed), own]
    const schema: Schema = Object.assign({}, ...parts)
    const properties = Object.assign({}, ...parts.map(part => part['properties'])) as Schema
    if (schema['type'] === 'object' && typeof schema['additionalProperties'] !== 'object') {
      schema['additionalProperties'] = false
      schema['required'] = parts.flatMap(part => (part['required'] as string[] | undefined) ?? [])
      schema['properties'] = Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, resolve(property)['readOnly'] ? false : closed(property)]),
      )
    }
    if (schema['items']) schema['items'] = closed(schema['items'])
    return schema
  }

  return Object.entries(document['paths'] as Record<string, Schema>).flatMap(([path, item]) =>
    ['get', 'post', 'put', 'patch', 'delete'].flatMap(method => {
      const operation = item[method] as Schema | undefined
      if (!operation) return []
      const parameters = [...((item['parameters'] as unknown[]) ?? []), ...((operation['parameters'] as unknown[]) ?? [])]
        .map(parameter => resolve(parameter) as unknown as Parameter)
        .map(parameter => ({ ...parameter, schema: closed(parameter.schema) }))
      const body = resolve(operation['requestBody'] ?? {})['content'] as Record<string, Schema> | undefined
      return {
        method: method.toUpperCase(),
        segments: path.slice(1).split('/'),
        parameters: new Map(
          parameters.map(parameter => [
            `${parameter.in} ${parameter.name}`,
            { ...parameter, check: ajv.compile(parameter.schema) },
          ]),
        ),
        body: body ? ajv.compile(closed(body['application/json']?.['schema'])) : null,
      }
    }),
  )
}

import { http, type HttpHandler, type PathParams } from 'msw'
import type { DemoData, WireImpact } from '@/demo/data'
import { answerCreated, answerData, answerDone, handleRequest, Refusal, type Asked } from './answer'
import { patch, readBody, type Reader } from './body'
import type { DemoApi } from './demo'

type Body<Stored> = { [Field in keyof Stored]?: Stored[Field] | null }

interface Resource<Stored> {
  /** Below the API, with the place of the identity: `/components/:id`. */
  path: string
  list: (asked: Asked) => unknown
  find: (params: PathParams) => Stored | undefined
  /** One as it is answered; by default as it is stored. */
  read?: (one: Stored, request: Request) => unknown
  fields: { [Field in keyof Stored]?: Reader<NonNullable<Stored[Field]>> }
  /** Refuses to add to what is not there. */
  refuseParent?: (params: PathParams) => void
  /** Adds one, or refuses to; answers what it is found by, where that is not said by itself. */
  add: (body: Body<Stored>, params: PathParams) => Record<string, string | number> | undefined
  /** Refuses a body that was read. */
  refuse?: (body: Body<Stored>, before: Stored) => void
  /** Takes one out, or refuses to. */
  remove: (data: DemoData, one: Stored, params: PathParams) => void
}

/** What the API does with one kind: list, add, read, change and delete. */
export function resourceHandlers<Stored extends object>(demo: DemoApi, resource: Resource<Stored>): HttpHandler[] {
  const { store, baseUrl, quirks } = demo
  const { path, list, read = one => one, fields, refuseParent, add, refuse, remove } = resource
  const single = baseUrl + path
  const all = single.slice(0, single.lastIndexOf('/'))
  const bodyOf = async (request: Request) =>
    (await readBody(request, demo, fields as Record<string, Reader<unknown>>)) as Body<Stored>
  function find(params: PathParams): Stored {
    const one = resource.find(params)
    if (one === undefined) throw new Refusal(404)
    return one
  }
  return [
    http.get(
      all,
      handleRequest(asked => answerData(list(asked))),
    ),
    http.post(
      all,
      handleRequest(async ({ request, params }) => {
        refuseParent?.(params)
        const identity = add(await bodyOf(request), params)
        return identity ? answerCreated(identity) : answerDone()
      }),
    ),
    http.get(
      single,
      handleRequest(({ request, params }) => answerData(read(find(params), request))),
    ),
    http.patch(
      single,
      handleRequest(async ({ request, params }) => {
        const before = find(params)
        const body = await bodyOf(request)
        refuse?.(body, before)
        store.write(() => patch(find(params), body, quirks))
        return answerDone()
      }),
    ),
    http.delete(
      single,
      handleRequest(({ params }) => {
        const one = find(params)
        store.write(data => remove(data, one, params))
        return answerDone()
      }),
    ),
  ]
}

/** Refuses to delete what an impact names. */
export function refuseUsed({ incidents }: DemoData, { quirks }: DemoApi, names: (impact: WireImpact) => boolean): void {
  if (incidents.some(({ affects }) => affects?.some(names))) throw new Refusal(quirks ? 500 : 409)
}

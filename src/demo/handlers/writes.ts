import { http, type HttpHandler, type PathParams } from 'msw'
import type { DemoData, WireImpact } from '@/demo/data'
import { answerDone, handleRequest, Refusal } from './answer'
import { patch, readBody, type Reader } from './body'
import type { DemoApi } from './demo'

type Body<Stored> = { [Field in keyof Stored]?: Stored[Field] | null }

interface Resource<Stored> {
  /** Answers 404 where there is none. */
  find: (params: PathParams) => Stored
  fields: { [Field in keyof Stored]?: Reader<NonNullable<Stored[Field]>> }
  /** Refuses a body that was read. */
  refuse?: (body: Body<Stored>, before: Stored) => void
  /** Takes one out, or refuses to. */
  remove: (data: DemoData, one: Stored, params: PathParams) => void
}

/** Changes and deletes one of a kind. */
export function writeHandlers<Stored extends object>(
  demo: DemoApi,
  address: string,
  { find, fields, refuse, remove }: Resource<Stored>,
): HttpHandler[] {
  const { store, quirks } = demo
  return [
    http.patch(
      address,
      handleRequest(async ({ request, params }) => {
        const before = find(params)
        const body = (await readBody(request, demo, fields as Record<string, Reader<unknown>>)) as Body<Stored>
        refuse?.(body, before)
        store.write(() => patch(find(params), body, quirks))
        return answerDone()
      }),
    ),
    http.delete(
      address,
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

import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createReader } from '@/api/reader'
import { API_URL } from '../../support/config'
import { answerFirst, resetServer, serve, takeRequests, useServer } from '../../support/server'

const read = createReader(API_URL)
const ask = (path = '/components') => read(path, new AbortController().signal)

useServer()
afterEach(async () => {
  vi.useRealTimers()
  await resetServer()
})

describe('the reader', () => {
  it('answers JSON, by one GET without a header of its own', async () => {
    serve()
    expect(await ask()).toMatchObject({ status: 200, call: { method: 'GET', path: '/components' } })
    expect(takeRequests()).toEqual(['GET /components'])
  })

  it.each([
    ['notFound', () => new HttpResponse(null, { status: 404 })],
    ['server', () => new HttpResponse(null, { status: 500 })],
    ['unauthorized', () => HttpResponse.json({ message: 'no' }, { status: 401 })],
    ['malformed', () => HttpResponse.html('<!doctype html>')],
    ['network', () => HttpResponse.error()],
  ] as const)('throws %s', async (kind, answer) => {
    serve()
    answerFirst(http.get(`${API_URL}/components`, answer))
    await expect(ask()).rejects.toMatchObject({ name: 'ApiError', kind })
  })

  it('gives up after its time', async () => {
    serve()
    answerFirst(http.get(`${API_URL}/components`, () => new Promise<undefined>(() => undefined)))
    await expect(createReader(API_URL, 20)('/components', new AbortController().signal)).rejects.toMatchObject({
      kind: 'timeout',
    })
  })

  it('throws an abort as it is, before and while it asks', async () => {
    serve()
    await expect(read('/components', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
    const controller = new AbortController()
    const answer = read('/components', controller.signal)
    controller.abort(new Error('left'))
    await expect(answer).rejects.toThrow('left')
  })
})

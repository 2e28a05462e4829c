import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import { ApiError } from '@/domain/apiError'
import { STATUS_PARTS, type StatusPart } from '@/domain/status/verdict'
import { UNREAD, type QueryState } from '@/stores/queryState'
import { statusFailures } from '@/stores/statusFailures'
import { buildComponent } from '../../support/builders'
import { HOUR_MS, MINUTE_MS, NOW } from '../../support/clock'
import { API_URL } from '../../support/config'
import { setUp } from './statusSetUp'

const failing = (path: string, status = 500) => http.get(`${API_URL}${path}`, () => new HttpResponse(null, { status }))

describe('a part that fails', () => {
  it('keeps its value, its age and the reason, while the others go on', async () => {
    const { store, clock, interrupt } = setUp()
    await store.refresh()
    clock.moveTo(NOW + MINUTE_MS)
    interrupt(failing('/components', 503))
    expect(await store.refresh()).toBe(false)
    expect(store.components.map(({ name }) => name)).toEqual(['Compute'])
    expect(store.parts.components).toMatchObject({ readAt: NOW, error: { kind: 'server', status: 503 } })
    expect(store.parts.incidents).toEqual({ readAt: NOW + MINUTE_MS, error: null, invalidCount: 0 })
    expect(store).toMatchObject({ missing: ['components'], confirmedAt: NOW })
    expect(store.summary.kind).toBe('partial')
  })

  it.each(['components', 'incidents', 'severities', 'phases', 'impactTypes'] as const)(
    'of %s forbids to call all operational',
    async part => {
      const { store, interrupt } = setUp()
      interrupt(failing(`/${part.toLowerCase()}`))
      await store.refresh()
      expect(store.missing).toEqual([part])
      expect(['partial', 'unknown']).toContain(store.summary.kind)
    },
  )

  it('is forgiven once it answers', async () => {
    const { store, interrupt } = setUp()
    interrupt(failing('/components'))
    await store.refresh()
    interrupt()
    await store.refresh()
    expect(store.summary.kind).toBe('operational')
    expect(store.parts.components.error).toBeNull()
  })

  it('counts entries that nobody could read as missing', async () => {
    const { store, interrupt } = setUp()
    interrupt(http.get(`${API_URL}/components`, () => HttpResponse.json({ data: [buildComponent(), buildComponent()] })))
    await store.refresh()
    expect(store.parts.components).toEqual({ readAt: NOW, error: null, invalidCount: 1 })
    expect(store.missing).toEqual(['components'])
    expect(store.summary.kind).toBe('partial')
  })
})

describe('what is missing, and why', () => {
  const error = new ApiError('server', { method: 'GET', path: '/x' })
  const gap = { span: { start: NOW - 2 * HOUR_MS, end: NOW - HOUR_MS }, error }
  const read: QueryState = { ...UNREAD, readAt: NOW }
  const fine = { error: null, readAt: null }

  /** Everything was read but for what is given. */
  function failuresOf({
    parts = {},
    unread = [] as (typeof gap)[],
    isPresentRead = true,
    hinted = {},
    phases = false,
    updates = {},
  }) {
    const { missing, missingNow, failures } = statusFailures({
      parts: { ...(Object.fromEntries(STATUS_PARTS.map(part => [part, read])) as Record<StatusPart, QueryState>), ...parts },
      unread: shallowRef(unread),
      isPresentRead: shallowRef(isPresentRead),
      hinted: shallowRef({ ...fine, ...hinted }),
      phasesError: () => (phases ? error : null),
      updates: shallowRef({ ...fine, ...updates }),
    })
    const told = failures.value.map(({ part, span, invalidCount }) =>
      [part, span ? 'window' : invalidCount ? 'some' : 'all'].join(' '),
    )
    return { missing: missing.value, missingNow: missingNow.value, told }
  }

  it.each([
    ['nothing', {}, [], [], []],
    ['a part', { parts: { phases: { ...read, error } } }, ['phases'], ['phases'], ['phases all']],
    ['entries', { parts: { components: { ...read, invalidCount: 1 } } }, ['components'], ['components'], ['components some']],
    ['a window in the past', { unread: [gap] }, ['incidents'], [], ['incidents window']],
    ['the present window', { unread: [gap], isPresentRead: false }, ['incidents'], ['incidents'], ['incidents window']],
    [
      'windows and entries',
      { unread: [gap], parts: { incidents: { ...read, invalidCount: 1 } } },
      ['incidents'],
      ['incidents'],
      ['incidents some', 'incidents window'],
    ],
    [
      'all incidents, whatever windows failed before',
      { unread: [gap], parts: { incidents: { ...read, error } } },
      ['incidents'],
      ['incidents'],
      ['incidents all'],
    ],
    ['what a component names', { hinted: { error } }, [], [], ['incidents all']],
    [
      'what a component names, though an older answer is there',
      { hinted: { error, readAt: NOW } },
      ['incidents'],
      ['incidents'],
      ['incidents all'],
    ],
    ['phases of an older generation', { phases: true }, [], [], ['phases all']],
    ['updates', { updates: { error } }, [], [], ['updates all']],
    [
      'details beside their whole list: told once',
      { phases: true, parts: { phases: { ...read, error } } },
      ['phases'],
      ['phases'],
      ['phases all'],
    ],
  ])('%s', (_, given, missing, missingNow, told) => {
    expect(failuresOf(given)).toEqual({ missing, missingNow, told })
  })
})

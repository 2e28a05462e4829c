import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApiErrorKind } from '@/domain/apiError'
import { buildStep, failWith, fine, setUp } from '../../support/operation'

describe('an operation', () => {
  it('sends its steps one after the other and reads each back', async () => {
    const { log, operation, states } = setUp()
    expect(await operation.start([buildStep('text', log), buildStep('rest', log)])).toBe(true)
    expect(log).toEqual(['text', 'rest'].flatMap(name => [`${name} prepare`, `${name} send`, `${name} verify`, `${name} done`]))
    expect([operation.state.value, states()]).toEqual(['done', 'done done'])
  })

  it('does nothing on a second start while it is under way', async () => {
    const { log, operation } = setUp()
    const first = operation.start([buildStep('text', log)])
    expect(await operation.start([buildStep('text', log)])).toBe(false)
    await first
    expect(log.filter(entry => entry === 'text send')).toHaveLength(1)
  })

  it('writes nothing for a form that was closed while it still read something', async () => {
    const { log, operation, closeForm } = setUp()
    closeForm()
    expect(await operation.start([buildStep('text', log)], { held: true })).toBe(false)
    expect([log, operation.state.value]).toEqual([[], 'idle'])
  })

  it('stops at a refusal and sends only that step again, when asked to', async () => {
    const { log, operation, states } = setUp()
    const end = operation.start([
      buildStep('text', log),
      buildStep('rest', log, { send: [failWith('rejected', 'POST', 400), fine] }),
      buildStep('last', log),
    ])
    await flushPromises()
    expect([operation.state.value, states()]).toEqual(['stopped', 'done notSaved waiting'])
    expect(operation.failed.value).toMatchObject({ label: 'rest', error: { status: 400 } })
    expect(log.filter(entry => entry.endsWith('verifyAfterTimeout'))).toEqual([])

    await operation.retry()
    expect(await end).toBe(true)
    expect(log.filter(entry => entry.endsWith('send'))).toEqual(['text send', 'rest send', 'rest send', 'last send'])
  })

  it.each<ApiErrorKind>(['network', 'timeout', 'server', 'malformed'])(
    'sends although the read before it failed with %s, and says so',
    async kind => {
      const { log, operation } = setUp()
      expect(await operation.start([buildStep('text', log, { prepare: [failWith(kind, 'GET')] })])).toBe(true)
      expect(log).toContain('text send')
      expect(operation.views.value[0]).toMatchObject({ state: 'done', isBlind: true })
    },
  )

  it.each<ApiErrorKind>(['notFound', 'unauthorized'])('sends nothing where the read before it answers %s', async kind => {
    const { log, operation, states } = setUp()
    void operation.start([buildStep('text', log, { prepare: [failWith(kind, 'GET')] })])
    await flushPromises()
    expect([states(), log]).toEqual(['notSaved', ['text prepare']])
  })

  it('sends the rest without what a server fails at, where the operator says so', async () => {
    const { log, operation } = setUp()
    const rest = buildStep('rest', log)
    const end = operation.start([
      {
        ...buildStep('all', log, { send: [failWith('server')], verifyAfterTimeout: [() => false] }),
        without: { label: 'leave it out', step: rest },
      },
    ])
    await flushPromises()
    expect(operation.failed.value).toMatchObject({ without: 'leave it out' })
    void operation.sendWithout()
    expect(await end).toBe(true)
    expect(log.filter(entry => entry.endsWith('send'))).toEqual(['all send', 'rest send'])
  })

  it.each<ApiErrorKind>(['timeout', 'network', 'server', 'malformed'])(
    'looks up what became of a %s and goes on if it has arrived, without sending again',
    async kind => {
      const { log, operation } = setUp()
      const end = operation.start([
        buildStep('text', log, { send: [failWith(kind)], verifyAfterTimeout: [() => true], verify: [() => ['title']] }),
        buildStep('rest', log),
      ])
      expect(await end).toBe(true)
      expect(operation.views.value[0]).toMatchObject({ state: 'done', ignoredFields: ['title'] })
      expect(log.filter(entry => entry.endsWith('send'))).toEqual(['text send', 'rest send'])
    },
  )

  it.each<[string, () => unknown, boolean | null]>([
    ['it is not there', () => false, false],
    ['it cannot be told', () => null, null],
    ['looking fails', failWith('network', 'GET'), null],
  ])('asks where %s', async (_, verifyAfterTimeout, isThere) => {
    const { log, operation, states } = setUp()
    void operation.start([buildStep('text', log, { send: [failWith('timeout')], verifyAfterTimeout: [verifyAfterTimeout] })])
    await flushPromises()
    expect([operation.state.value, states()]).toEqual(['stopped', 'unknown'])
    expect(operation.failed.value?.isThere).toBe(isThere)
    expect(log.filter(entry => entry.endsWith('send'))).toHaveLength(1)
  })

  it('looks once more before it sends again what may have arrived late', async () => {
    const { log, operation } = setUp()
    const end = operation.start([
      buildStep('text', log, { send: [failWith('timeout')], verifyAfterTimeout: [() => false, () => true] }),
    ])
    await flushPromises()
    await operation.retry()
    expect(await end).toBe(true)
    expect(log.filter(entry => entry.endsWith('send'))).toHaveLength(1)
  })

  it('takes the word of the operator that something has arrived, only where that is not known', async () => {
    const { log, operation } = setUp()
    void operation.start([buildStep('text', log, { send: [failWith('forbidden')] })])
    await flushPromises()
    void operation.takeAsDone()
    expect(operation.state.value).toBe('stopped')

    const other = setUp()
    const end = other.operation.start([
      buildStep('text', other.log, { send: [failWith('timeout')], verifyAfterTimeout: [() => null] }),
    ])
    await flushPromises()
    void other.operation.takeAsDone()
    expect(await end).toBe(true)
    expect(other.log.filter(entry => entry.endsWith('send'))).toHaveLength(1)
  })

  it('ends without the rest when it is given up, and can be started anew', async () => {
    const { log, operation } = setUp()
    const end = operation.start([buildStep('text', log, { send: [failWith('forbidden')] })])
    await flushPromises()
    operation.giveUp()
    expect(await end).toBe(false)
    expect(await operation.start([buildStep('text', log)])).toBe(true)
  })

  it('tells what the server did not take over, and what could not be read again', async () => {
    const { log, operation } = setUp()
    await operation.start([
      buildStep('text', log, { verify: [() => ['Title']] }),
      buildStep('rest', log, { verify: [failWith('network', 'GET')] }),
    ])
    expect(operation.views.value).toMatchObject([
      { state: 'done', ignoredFields: ['Title'], unread: false },
      { state: 'done', ignoredFields: [], unread: true },
    ])
  })
})

describe('a held operation', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is sent when its time is over', async () => {
    const { log, operation } = setUp()
    const end = operation.start([buildStep('end', log)], { held: true })
    await vi.advanceTimersByTimeAsync(5_000)
    expect([log, operation.heldForMs.value]).toEqual([[], 1_000])
    await vi.advanceTimersByTimeAsync(1_250)
    expect(await end).toBe(true)
    expect(log).toContain('end send')
  })

  it('is never sent once it was taken back', async () => {
    const { log, operation } = setUp()
    const end = operation.start([buildStep('end', log)], { held: true })
    operation.undo()
    await vi.advanceTimersByTimeAsync(20_000)
    expect([await end, log]).toEqual([false, []])
  })

  it('can be sent at once, and only once', async () => {
    const { log, operation } = setUp()
    const end = operation.start([buildStep('end', log)], { held: true })
    operation.sendNow()
    operation.sendNow()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await end).toBe(true)
    expect(log.filter(entry => entry === 'end send')).toHaveLength(1)
  })
})

import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Batch } from '@/operator/operation/step'
import { buildStep, failWith, fine, setUp, type Plan } from '../../support/operation'

describe('a batch', () => {
  const NAMES = Array.from({ length: 12 }, (_, n) => `w${n}`)
  /** Writes whose answers come when they are let go. */
  function buildBatch(log: string[], plan: Record<string, Plan> = {}, reads: (() => unknown)[] = []) {
    const waiting: (() => void)[] = []
    const batch: Batch = {
      steps: NAMES.map(name => ({
        ...buildStep(name, log, plan[name]),
        async send() {
          log.push(`${name} send`)
          await new Promise<void>(resolve => waiting.push(resolve))
          plan[name]?.send?.shift()?.()
        },
      })),
      read: () => {
        log.push('read')
        return Promise.resolve().then(() => void (reads.shift() ?? fine)())
      },
    }
    const sent = () => log.filter(entry => entry.endsWith(' send')).length
    async function letGo() {
      for (const answer of waiting.splice(0)) answer()
      await flushPromises()
    }
    return { batch, sent, letGo }
  }

  it('is read once, sent some at a time, and read once again', async () => {
    const { log, operation } = setUp()
    const { batch, sent, letGo } = buildBatch(log, { w3: { verify: [() => ['labels']] } })
    const end = operation.start(batch)
    await flushPromises()
    expect([sent(), operation.state.value]).toEqual([5, 'running'])
    for (let round = 0; round < 12; round++) await letGo()
    expect(await end).toBe(true)
    expect(sent()).toBe(NAMES.length)
    expect(log.filter(entry => entry === 'read')).toHaveLength(2)
    expect(log.indexOf('read')).toBe(0)
    expect(log.lastIndexOf('read')).toBeGreaterThan(log.findLastIndex(entry => entry.endsWith(' send')))
    expect(operation.views.value[3]).toMatchObject({ state: 'done', ignoredFields: ['labels'] })
  })

  it('begins no new write after one that failed; what was under way is told as it ended, and only the rest is sent', async () => {
    const { log, operation } = setUp()
    const { batch, sent, letGo } = buildBatch(log, { w1: { send: [failWith('rejected', 'POST', 400)] } })
    const end = operation.start(batch)
    await flushPromises()
    await letGo()
    await letGo()
    const before = sent()
    expect(operation.state.value).toBe('stopped')
    expect(before).toBeLessThan(NAMES.length)
    expect(operation.views.value.filter(({ state }) => state === 'done')).toHaveLength(before - 1)
    expect(operation.failed.value).toMatchObject({ label: 'w1', state: 'notSaved' })
    void operation.retry()
    await flushPromises()
    for (let round = 0; round < 12; round++) await letGo()
    expect(await end).toBe(true)
    expect(sent()).toBe(NAMES.length + 1)
  })

  it('goes out although the list cannot be read, and says so', async () => {
    const { log, operation } = setUp()
    const { batch, letGo } = buildBatch(log, {}, [failWith('server', 'GET'), failWith('server', 'GET')])
    const end = operation.start(batch)
    await flushPromises()
    for (let round = 0; round < 12; round++) await letGo()
    expect(await end).toBe(true)
    expect(operation.views.value[0]).toMatchObject({ state: 'done', isBlind: true, unread: true })
  })
})

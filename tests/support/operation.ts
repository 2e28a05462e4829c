import { createPinia, setActivePinia } from 'pinia'
import { effectScope } from 'vue'
import { ApiError, type ApiErrorKind } from '@/domain/apiError'
import type { Step } from '@/operator/operation/step'
import { useOperation, type Operation } from '@/operator/operation/useOperation'
import { atEnd } from './cleanup'

export type Plan = Partial<Record<'prepare' | 'send' | 'verify' | 'verifyAfterTimeout', (() => unknown)[]>>

export function failWith(kind: ApiErrorKind, method: 'GET' | 'POST' = 'POST', status?: number): () => void {
  return () => {
    throw new ApiError(kind, { method, path: '/incidents' }, { status })
  }
}
export const fine = () => undefined

/** A step whose calls answer one after the other as planned, and a log of what was called. */
export function buildStep(label: string, log: string[], plan: Plan = {}): Step {
  const call = (name: keyof Plan) => () => {
    log.push(`${label} ${name}`)
    return Promise.resolve().then((): unknown => (plan[name]?.shift() ?? fine)())
  }
  return {
    kind: 'change',
    label,
    prepare: call('prepare') as () => Promise<void>,
    send: call('send') as () => Promise<void>,
    verify: async () => ((await call('verify')()) ?? []) as string[],
    verifyAfterTimeout: async () => ((await call('verifyAfterTimeout')()) ?? null) as boolean | null,
    done: () => log.push(`${label} done`),
  }
}

export function setUp() {
  setActivePinia(createPinia())
  const scope = effectScope()
  atEnd(() => scope.stop())
  const log: string[] = []
  const operation: Operation = scope.run(() => useOperation({ id: 'main', api: {} as never }))!
  return {
    log,
    operation,
    closeForm: () => scope.stop(),
    states: () => operation.views.value.map(({ state }) => state).join(' '),
  }
}

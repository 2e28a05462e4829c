import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { effectScope, shallowRef } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { ApiError } from '@/domain/apiError'
import type { Step } from '@/operator/operation/step'
import OperationPanel from '@/operator/operation/OperationPanel.vue'
import { useOperation } from '@/operator/operation/useOperation'
import OperatorFrame from '@/app/layout/OperatorFrame.vue'
import { LoginError, type Auth, type LoginProblem, type Session } from '@/stores/provider'
import { say } from '../../support/browser/texts'
import { createSurroundings, renderPart } from '../../support/mounted'
import { atEnd } from '../../support/cleanup'
import { serve } from '../../support/server'

const refusal = () => new ApiError('unauthorized', { method: 'POST', path: '/incidents' }, { status: 401 })
const expired: Session = { state: 'expired', mayWrite: true }
const olga: Session = { state: 'loggedIn', mayWrite: true, name: 'Olga Operator' }

/** A login by a provider that is not there: `login` says how it goes. */
function buildAuth(login: (session: { value: Session }) => Promise<void>, around: Auth): Auth {
  const session = shallowRef(expired)
  return { ...around, mode: 'oidc', session, login: () => login(session) }
}

/** A step that the server refused for want of a login, and that it takes from then on. */
async function renderRefused(login: Parameters<typeof buildAuth>[0], failures = [refusal()]) {
  const around = await createSurroundings()
  const auth = buildAuth(login, around.provider.auth)
  const provider = { ...around.provider, auth }
  const sent = vi.fn(() => {
    const failure = failures.shift()
    return failure ? Promise.reject(failure) : Promise.resolve()
  })
  const step: Step = { kind: 'create', label: 'Publish', send: sent, verifyAfterTimeout: () => Promise.resolve(null) }
  const scope = effectScope()
  atEnd(() => scope.stop())
  const operation = scope.run(() => useOperation(provider))!
  await renderPart(OperationPanel, { ...around, provider, operator: true, props: { operation } })
  void operation.start([step])
  await flushPromises()
  const panel = within(document.body)
  return {
    panel,
    sent,
    press: async (name: string) => {
      fireEvent.click(panel.getByRole('button', { name }))
      await flushPromises()
    },
  }
}
const fail = (kind: LoginProblem) => () => Promise.reject(new LoginError(kind))

describe('logging in again beside a form', () => {
  it.each<LoginProblem>(['closed', 'blocked', 'unreachable', 'unreadable', 'refused', 'untrusted', 'outdated', 'invalid'])(
    'says that it failed (%s), and can be tried again',
    async kind => {
      const { panel, press, sent } = await renderRefused(fail(kind))
      await press(say('auth.again'))
      expect(panel.getByText(say(`auth.problem.${kind}`)).getAttribute('role')).toBe('alert')
      panel.getByRole('button', { name: say('auth.again') })
      expect(sent).toHaveBeenCalledTimes(1)
    },
  )

  it('says that it is under way, and what went wrong before is over', async () => {
    let finish: (error: Error) => void = () => undefined
    const { panel, press } = await renderRefused(() => new Promise((_, reject) => (finish = reject)))
    await press(say('auth.again'))
    panel.getByText(say('auth.working'))
    finish(new LoginError('closed'))
    await flushPromises()
    expect(panel.queryByText(say('auth.working'))).toBeNull()
    await press(say('auth.again'))
    expect(panel.queryByText(say('auth.problem.closed'))).toBeNull()
  })

  it('that worked says so and that nothing was sent, and the keyboard is at the button that sends it', async () => {
    const { panel, press, sent } = await renderRefused(session => {
      session.value = olga
      return Promise.resolve()
    })
    await press(say('auth.again'))
    panel.getByText(say('manage.operation.loggedInAs', { name: 'Olga Operator' }))
    expect(panel.queryByText(say('manage.failure.unauthorized'))).toBeNull()
    expect(panel.queryByRole('button', { name: say('auth.again') })).toBeNull()
    const retry = panel.getByRole('button', { name: say('manage.operation.retry') })
    expect(document.activeElement).toBe(retry)
    expect(retry.classList).toContain('v-btn--variant-flat')
    expect(sent).toHaveBeenCalledTimes(1)
    await press(say('manage.operation.retry'))
    expect(sent).toHaveBeenCalledTimes(2)
  })

  it('that has no name says so without one', async () => {
    const { panel, press } = await renderRefused(session => {
      session.value = { state: 'loggedIn', mayWrite: true }
      return Promise.resolve()
    })
    await press(say('auth.again'))
    panel.getByText(say('manage.operation.loggedIn'))
  })

  it('does not help for ever: a step that is refused once more asks for a login once more', async () => {
    const { panel, press } = await renderRefused(
      session => {
        session.value = olga
        return Promise.resolve()
      },
      [refusal(), refusal()],
    )
    await press(say('auth.again'))
    await press(say('manage.operation.retry'))
    panel.getByText(new RegExp(say('manage.failure.unauthorized')))
    panel.getByRole('button', { name: say('auth.again') })
  })

  it('that left for a proxy has not worked yet', async () => {
    const { panel, press } = await renderRefused(() => Promise.resolve())
    await press(say('auth.again'))
    panel.getByRole('button', { name: say('auth.again') })
    expect(panel.queryByText(say('manage.operation.loggedIn'))).toBeNull()
  })
})

it('a login that could not be renewed says why', async () => {
  serve()
  const around = await createSurroundings()
  const session = shallowRef<Session>({ ...expired, problem: 'unreachable' })
  const provider = { ...around.provider, auth: { ...around.provider.auth, mode: 'oidc' as const, session } }
  await renderPart(OperatorFrame, { ...around, provider, operator: true })
  within(document.body).getByText(say('auth.problem.unreachable'))
})

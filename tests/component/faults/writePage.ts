import { fireEvent, queryAllByRole, queryByLabelText } from '@testing-library/dom'
import { expect } from 'vitest'
import { say } from '../../support/browser/texts'
import { atEnd } from '../../support/cleanup'
import { REQUEST_TIMEOUT_MS } from '../../support/faultMatrix'
import { textOf } from '../../support/status'
import { failedText, savedText } from '../../support/writeFaults'
import type { Write } from '../../support/writeFaultsTable'
import { openReadPage, until } from './readPage'
// Loaded beforehand: while a page is loaded, no time goes by.
import '@/app/layout/SnackbarHost.vue'
import '@/features/incidentAdmin/ManageIncidentPage.vue'
import '@/features/incidentAdmin/ManagePage.vue'
import type { FaultKind } from '@/demo/http/faults'

const TOKEN = 'a-token-for-tests'
const [TOKEN_FIELD, LOG_IN] = [say('auth.token'), say('account.login')]
const [SEND_ANYWAY, SEND_NOW] = [say('manage.warnings.publish'), say('manage.operation.sendNow')]
const [GIVE_UP, RETRY] = [say('manage.operation.giveUp'), say('manage.operation.retry')]
const SLEEP_MS = 15_000
const [MOST_TURNS, SHORT_MS] = [40, 50]

type Role = 'button' | 'checkbox' | 'menuitem' | 'textbox'

/** Where a dialog is open, what is behind it is out of reach. */
const stage = () => queryAllByRole(document.body, 'dialog', { hidden: true }).at(-1) ?? document.body

/** Without a layout no style hides anything, and to ask for it takes long. */
const present = (role: Role, name: string) => queryAllByRole(stage(), role, { name, hidden: true })
const valueOf = (field: HTMLElement) => (field as HTMLInputElement).value
const type = (field: HTMLElement, text: string) => void fireEvent.input(field, { target: { value: text } })

/** What the parts of that role say. */
const said = (role: 'alert' | 'status') => queryAllByRole(document.body, role, { hidden: true }).map(textOf)

/** Whether a live region ever said a text since it was last asked to listen: what is said in passing goes by itself. */
function listenFor(text: string) {
  let isHeard = false
  const listen = () => (isHeard ||= said('status').some(one => one.includes(text)))
  const observer = new MutationObserver(listen)
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  atEnd(() => observer.disconnect())
  return { wasSaid: listen, forget: () => (isHeard = false) }
}

/** A page of operators with the form filled in, before a server that refuses writes without a login. */
export async function openWritePage({ request, data, page, menu, opener, ticked, typed, sender, step, warns, held }: Write) {
  const [failed, saved] = [failedText(step), savedText(step)]
  atEnd(() => sessionStorage.clear())
  const { server, settled, pass, reload } = await openReadPage(
    {
      path: request.path,
      page,
      data,
      config: { auth: { mode: 'token' }, firstPhase: { incident: 'Investigating', maintenance: 'Investigating' } },
      token: TOKEN,
      timedFrames: true,
    },
    [],
  )

  async function only(role: Role, name: string): Promise<HTMLElement> {
    await settled()
    let found: HTMLElement[] = []
    await until(() => (found = present(role, name)).length > 0, `there is a ${role} ${name}`)
    const [one, ...others] = found
    expect(others, `more than one ${role} ${name}`).toEqual([])
    return one!
  }
  const press = async (name: string) => void fireEvent.click(await only('button', name))

  const tokenField = () => queryByLabelText(document.body, TOKEN_FIELD)
  await until(() => tokenField() !== null, 'the login is there')
  type(tokenField()!, TOKEN)
  await press(LOG_IN)

  /** Before it goes to another address the router asks Vuetify's overlays one by one, and each asks a timer. */
  async function arrive() {
    for (let turn = 0; turn < 8; turn++) {
      await settled()
      await pass(1)
    }
    await settled()
  }
  let isAccepted = false
  async function fill() {
    isAccepted = false
    if (menu) await press(menu)
    if (opener) void fireEvent.click(await only(menu ? 'menuitem' : 'button', opener))
    await arrive()
    if (ticked) fireEvent.click(await only('checkbox', ticked))
    for (const [field, text] of Object.entries(typed)) type(await only('textbox', field), text)
  }
  await fill()

  const savedWords = listenFor(saved)
  const failure = () => said('alert').find(text => text.includes(failed))
  let taken = 0
  /** Those that were sent since the last call. */
  function takeWrites() {
    const writes = server.requests.filter(({ method }) => method !== 'GET').slice(taken)
    taken += writes.length
    return writes.map(({ method, path, body }) => ({ method, path, body }))
  }
  return {
    takeWrites,
    retry: () => press(RETRY),
    async giveUp() {
      await press(GIVE_UP)
      await settled()
    },
    /** Whatever became of the one before. */
    async startOver() {
      server.setFaults([])
      await pass(REQUEST_TIMEOUT_MS)
      localStorage.clear()
      await reload()
      await fill()
      takeWrites()
    },
    setFault: (kind: FaultKind, times = Infinity) => server.setFaults([{ ...request, kind, times }]),
    async send() {
      savedWords.forget()
      await press(sender)
      if (warns && !isAccepted) await press(SEND_ANYWAY)
      isAccepted = true
      if (held) await press(SEND_NOW)
    },
    /** Lets the time of an answer be over that never comes. */
    async sleepUntilTimeout() {
      await until(() => [...server.awaited].some(({ method }) => method === request.method), 'the write is sent')
      await pass(REQUEST_TIMEOUT_MS)
    },
    /** Time goes by, and nobody says a word. */
    async wait(ms: number) {
      for (let passed = 0; passed < ms; passed += SLEEP_MS) await pass(SLEEP_MS)
      await settled()
    },
    /** What tells of the failure of the write. */
    failure,
    async untilFailed() {
      await settled()
      await until(() => failure() !== undefined, `it is told: ${failed}`)
      return failure()!
    },
    async untilSaved() {
      await settled()
      await arrive()
      // A snackbar opens by timers.
      for (let turn = 0; turn < MOST_TURNS && !savedWords.wasSaid(); turn++) {
        await settled()
        await pass(SHORT_MS)
      }
      await until(savedWords.wasSaid, `it is told: ${saved}`)
      // What is read again then is read while the test lasts.
      await settled()
    },
    /** What the fields say. */
    fields: () => Object.fromEntries(Object.keys(typed).map(name => [name, present('textbox', name).map(valueOf).join()])),
  }
}
export type WritePage = Awaited<ReturnType<typeof openWritePage>>

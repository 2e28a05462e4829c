import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import ChangeWatcher from '@/app/layout/changeWatcher'
import { uuidOf } from '@/demo/uuid'
import { useFollowed } from '@/stores/followedStore'
import { say } from '../support/browser/texts'
import { answerMemory, keptIn, leavePage, type AnswerMemory } from '../support/answerMemory'
import { buildData } from '../support/builders'
import { atEnd } from '../support/cleanup'
import { HOUR_MS, MINUTE_MS, NOW, wireTime } from '../support/clock'
import { API_URL } from '../support/config'
import { createSurroundings, renderPart } from '../support/mounted'
import { answerFirst, serve } from '../support/server'
import { impactOn, named, ongoing, settled } from '../support/status'

const names = ['Compute', 'DNS', 'Identity', 'Network', 'Storage']
type Incidents = NonNullable<ReturnType<typeof buildData>['incidents']>

interface Shown {
  readonly title: string
  readonly body: string
  readonly tag: string
  onclick: () => void
}

/** The watcher over a cloud of five components, all fine at first. */
async function watchCloud({
  following = names,
  permission = 'granted',
  before = answerMemory(),
}: {
  following?: readonly string[]
  permission?: string
  /** What the browser kept of earlier visits. */
  before?: AnswerMemory
} = {}) {
  const shown: Shown[] = []
  vi.stubGlobal(
    'Notification',
    class {
      static permission = permission
      onclick = () => undefined
      constructor(
        readonly title: string,
        options: NotificationOptions,
      ) {
        shown.push(Object.assign(this, options) as unknown as Shown)
      }
      close() {}
    },
  )
  atEnd(() => void vi.unstubAllGlobals())
  const server = serve({ data: buildData({ components: names.map(name => named(name)) }) })
  const around = await createSurroundings({}, { offlineCache: keptIn(before.answers) })
  const followed = useFollowed(around.provider)
  followed.follow(following.map(uuidOf))
  const { router } = await renderPart(ChangeWatcher, { ...around, url: '/following' })
  await settled(around)
  return {
    ...around,
    followed,
    shown,
    router,
    told: () => shown.splice(0).map(({ title, body }) => [title, ...body.split('\n')]),
    /** The next read finds these incidents. */
    becomes: async (...incidents: Incidents) => {
      server.write(data => void (data.incidents = incidents))
      await around.store.refresh()
      await settled(around)
      await flushPromises()
    },
  }
}
const incident = (title: string, severity: number, ...on: string[]) =>
  ongoing(
    on.map(name => impactOn(name, severity)),
    { id: uuidOf(title), displayName: title },
  )
const change = (name: string, state: string) => say('notification.change', { name, state })
const before = (state: string) => say('notification.before', { state })
const fine = say('level.operational')

describe('a change', () => {
  it('is told with the component, its new state and the incident: worse, worse again and better, once each', async () => {
    const { becomes, told } = await watchCloud()
    expect(told()).toEqual([])
    await becomes(incident('Slow', 50, 'DNS'))
    expect(told()).toEqual([[change('DNS', 'Major'), 'Slow', before(fine)]])
    await becomes(incident('Slow', 50, 'DNS'))
    expect(told()).toEqual([])
    await becomes(incident('Slow', 90, 'DNS'))
    expect(told()).toEqual([[change('DNS', 'Critical'), 'Slow', before('Major')]])
    await becomes()
    expect(told()).toEqual([[change('DNS', fine), 'Slow', before('Critical')]])
  })

  it('by the clock is told as well', async () => {
    const { becomes, told, clock } = await watchCloud()
    await becomes({ ...incident('Planned', 0, 'DNS'), beganAt: wireTime(MINUTE_MS), endedAt: wireTime(HOUR_MS) })
    expect(told()).toEqual([])
    clock.moveTo(NOW + MINUTE_MS)
    await flushPromises()
    await flushPromises()
    expect(told()).toEqual([[change('DNS', say('level.maintenance')), 'Planned', before(fine)]])
  })

  it('of what is not followed is not told', async () => {
    const { becomes, told } = await watchCloud({ following: ['Compute'] })
    await becomes(incident('Slow', 50, 'DNS'))
    expect(told()).toEqual([])
  })

  it('to good is not told while nobody confirms it, but then', async () => {
    const { becomes, told, store, clock } = await watchCloud()
    const slow = { ...incident('Slow', 50, 'DNS'), endedAt: wireTime(MINUTE_MS) }
    await becomes(slow)
    expect(told()).toHaveLength(1)
    let isDown = true
    answerFirst(http.get(`${API_URL}/incidents`, () => (isDown ? new HttpResponse(null, { status: 500 }) : undefined)))
    await becomes(slow)
    clock.moveTo(NOW + MINUTE_MS)
    await flushPromises()
    expect(store.readStates.get(uuidOf('DNS'))?.level.kind).toBe('operational')
    expect(store.states.get(uuidOf('DNS'))?.level.kind).toBe('unknown')
    expect(told()).toEqual([])
    isDown = false
    await becomes(slow)
    expect(told()).toEqual([[change('DNS', fine), 'Slow', before('Major')]])
  })

  it('of many at once is one notification', async () => {
    const { becomes, shown, router } = await watchCloud()
    await router.push('/')
    await becomes(incident('Power is gone', 90, 'Compute', 'DNS', 'Network', 'Storage'))
    expect(shown.map(({ title, body }) => [title, body])).toEqual([
      [say('notification.several', { n: 4 }), 'Compute, DNS, Network and Storage'],
    ])
    shown[0]!.onclick()
    await flushPromises()
    await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('following'))
  })

  it('leads to its incident, and replaces what was told of the component before', async () => {
    const { becomes, shown, router } = await watchCloud()
    await becomes(incident('Slow', 50, 'DNS'))
    await becomes(incident('Slow', 90, 'DNS'), incident('Down', 90, 'Network'))
    expect(new Set(shown.map(({ tag }) => tag)).size).toBe(2)
    shown[0]!.onclick()
    await flushPromises()
    await vi.waitFor(() => expect(router.currentRoute.value.params).toEqual({ id: uuidOf('Slow') }))
  })

  it('is not told where the browser no longer permits it', async () => {
    const { becomes, told } = await watchCloud({ permission: 'denied' })
    await becomes(incident('Slow', 50, 'DNS'))
    expect(told()).toEqual([])
  })
})

it('what changed since the last visit is on the page, and not told', async () => {
  const before = answerMemory()
  const last = await watchCloud({ before })
  await last.becomes(ongoing([impactOn('Network', 90)]))
  expect(last.told()).toHaveLength(1)
  leavePage()
  await flushPromises()
  expect(before.records.size).toBe(1)

  const next = await watchCloud({ before })
  expect(next.store.summary.kind).toBe('operational')
  expect(next.told()).toEqual([])
  await next.becomes(ongoing([impactOn('Network', 90)]))
  expect(next.told()).toHaveLength(1)
})

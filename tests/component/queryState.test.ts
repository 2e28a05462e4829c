import { flushPromises } from '@vue/test-utils'
import { createApp, defineComponent } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { describe, expect, it } from 'vitest'
import { useQueryChoice, useQueryFlag, useQueryText } from '@/composables/queryState'
import { atEnd } from '../support/cleanup'

/** A page with some state in its address, behind another one. */
async function open(address: string) {
  const history = createMemoryHistory()
  const Empty = { render: () => null }
  const router = createRouter({
    history,
    routes: [
      { path: '/before', component: Empty },
      { path: '/', component: Empty },
    ],
  })
  await router.push('/before')
  await router.push(address)
  let state!: ReturnType<typeof use>
  const use = () => ({
    text: useQueryText('q'),
    label: useQueryText('label'),
    group: useQueryChoice('group'),
    table: useQueryFlag('view', 'table'),
  })
  const app = createApp(
    defineComponent({
      setup() {
        state = use()
        return () => null
      },
    }),
  ).use(router)
  app.mount(document.createElement('div'))
  atEnd(() => app.unmount())
  let navigations = 0
  router.afterEach(() => void navigations++)
  return { state, router, address: () => router.currentRoute.value.fullPath, navigations: () => navigations }
}
type State = Awaited<ReturnType<typeof open>>['state']
const valuesOf = ({ text, label, group, table }: State) => [text.value, label.value, group.value, table.value]

describe('state in the address', () => {
  it.each([
    ['/', ['', '', null, false]],
    ['/?q=disk&label=region:north&group=&view=table', ['disk', 'region:north', '', true]],
    ['/?q&label=a&label=b&group&view=bars', ['', '', null, false]],
  ])('is read: %s', async (address, values) => {
    expect(valuesOf((await open(address)).state)).toEqual(values)
  })

  it('is written, beside what else there is, and is no step to go back', async () => {
    const { state, router, address } = await open('/?at=1#incident')
    state.text.value = 'a b'
    await flushPromises()
    expect(address()).toBe('/?at=1&q=a+b#incident')
    state.table.value = true
    state.group.value = ''
    await flushPromises()
    expect(address()).toBe('/?at=1&q=a+b&view=table&group=#incident')
    router.back()
    await flushPromises()
    expect(address()).toBe('/before')
  })

  it('leaves the address where it says nothing, in one navigation however much of it changes', async () => {
    const { state, address, navigations } = await open('/?q=disk&label=a:b&group=region&view=table')
    state.text.value = ''
    state.label.value = ''
    state.group.value = null
    state.table.value = false
    await flushPromises()
    expect(address()).toBe('/')
    expect(navigations()).toBe(1)
    expect(valuesOf(state)).toEqual(['', '', null, false])
  })

  it('follows the address', async () => {
    const { state, router } = await open('/?q=disk')
    await router.push('/?label=a:b&view=table')
    expect(valuesOf(state)).toEqual(['', 'a:b', null, true])
    router.back()
    await flushPromises()
    expect(valuesOf(state)).toEqual(['disk', '', null, false])
  })
})

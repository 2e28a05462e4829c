import type { WireImpactType } from '@/demo/data'
import { text, withoutNulls } from './body'
import type { DemoApi } from './demo'
import { refuseUsed, resourceHandlers } from './resource'
import { createUuid } from '@/demo/uuid'

/** Impact types, e.g. "Connection problems". */
export function impactTypeHandlers(demo: DemoApi) {
  const { store } = demo
  return resourceHandlers<WireImpactType>(demo, {
    path: '/impacttypes/:id',
    list: () => store.data.impactTypes,
    find: ({ id }) => store.data.impactTypes.find(type => type.id === id),
    fields: { displayName: text, description: text },
    add(body) {
      const id = createUuid()
      store.write(data => data.impactTypes.push({ id, ...withoutNulls(body) }))
      return { id }
    },
    remove(data, { id }) {
      refuseUsed(data, demo, ({ type }) => type === id)
      data.impactTypes = data.impactTypes.filter(type => type.id !== id)
    },
  })
}

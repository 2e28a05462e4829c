import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ServiceComponent } from '@/domain/component/component'
import { orderChanges } from '@/domain/component/componentOrder'
import { groupComponents } from '@/domain/component/grouping'
import { severityScale } from '@/domain/severity/severity'

const component = (id: string, order?: string): ServiceComponent => ({
  id,
  name: id,
  labels: order === undefined ? {} : { order },
  activeReferences: [],
})
const sorted = (components: readonly ServiceComponent[]) =>
  groupComponents(components, new Map(), severityScale([]), { by: null, orderLabel: 'order' })[0]?.components ?? []

/** The numbers to write where the components, called a, b, c ..., come in another order. */
function changesFor(orders: readonly (string | undefined)[], wanted: string) {
  const listed = sorted(orders.map((order, index) => component(String.fromCharCode(97 + index), order)))
  const byId = new Map(listed.map(one => [one.id, one]))
  return Object.fromEntries(
    orderChanges(
      listed,
      [...wanted].map(id => byId.get(id)!),
      'order',
    ),
  )
}

describe('a new order of components', () => {
  it('changes nothing where nothing moved, be the numbers as odd as they may', () => {
    expect(changesFor(['10', '10', '-3', undefined, 'x'], 'cabde')).toEqual({})
  })

  it.each([
    ['one moved between two others', ['10', '20', '30', '40'], 'adbc', { d: 15 }],
    ['one moved to the front', ['10', '20', '30'], 'cab', { c: 5 }],
    ['one moved to the end', ['10', '20', '30'], 'bca', { a: 40 }],
    ['one moved down by one', ['10', '20', '30'], 'bac', { b: 5 }],
    ['two neighbours moved together', ['10', '20', '30', '40'], 'acdb', { b: 50 }],
    ['no room: the neighbour moves as well', ['1', '2', '3', '10'], 'acbd', { c: 4, b: 8 }],
    ['no room at the front', ['0', '1', '2'], 'cab', { c: 10, a: 20, b: 30 }],
    ['numbers that are equal', ['5', '5', '5'], 'bac', { b: 3 }],
    ['the first number of all', [undefined, undefined, undefined], 'cab', { c: 10 }],
    ['one between those without a number', ['10', undefined, undefined, undefined], 'adbc', { d: 20 }],
    ['fractions', ['1.5', '1.7', '9'], 'acb', { c: 11, b: 21 }],
  ])('%s', (_name, orders, wanted, changes) => {
    expect(changesFor(orders, wanted)).toEqual(changes)
  })

  it('is the wanted order once it is written, and keeps a longest run as it is', () => {
    const orders = fc.array(fc.oneof(fc.integer({ min: -5, max: 40 }).map(String), fc.constant(undefined)), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(
        orders.chain(list =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(
              list.map((_, at) => at),
              { minLength: list.length },
            ),
          ),
        ),
        ([list, permutation]) => {
          const listed = sorted(list.map((order, at) => component(String.fromCharCode(97 + at), order)))
          const wanted = permutation.map(at => listed[at]!)
          const changes = orderChanges(listed, wanted, 'order')
          const after = listed.map(one => (changes.has(one.id) ? component(one.id, String(changes.get(one.id))) : one))
          expect(sorted(after).map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
        },
      ),
    )
  })
})

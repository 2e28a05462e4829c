import { expect, it } from 'vitest'
import { affectedComponents } from '@/domain/incident/affected'
import { DEGRADED, impact, incident, MAINTENANCE, OUTAGE, scale, UNKNOWN } from '../builders'

const names = new Map([
  ['web', 'Web'],
  ['db', 'Database'],
  ['mail', 'Mail'],
])

it('names each component once, with the worst that happens to it, worst first and then by name', () => {
  const impacts = [
    impact(MAINTENANCE, 'mail'),
    impact(DEGRADED, 'web'),
    impact(OUTAGE, 'hidden'),
    impact(OUTAGE, 'web', 'other'),
    impact(OUTAGE, 'db'),
    impact(UNKNOWN, 'gone'),
  ]
  const told = affectedComponents(incident({ impacts }), scale, names).map(({ id, name, level }) => [
    id,
    name,
    level.name ?? level.kind,
  ])
  expect(told).toEqual([
    ['db', 'Database', 'outage'],
    ['web', 'Web', 'outage'],
    ['hidden', null, 'outage'],
    ['gone', null, 'unknown'],
    ['mail', 'Mail', 'maintenance'],
  ])
})

it('says of an incident without impacts nothing', () => {
  expect(affectedComponents(incident({ impacts: [] }), scale, names)).toEqual([])
})

import { describe, expect, it } from 'vitest'
import {
  componentChangesBetween,
  componentNotTakenOver,
  editLabels,
  findSameNamed,
  impactTypeChangesBetween,
  impactTypeNotTakenOver,
  sameLabels,
} from '@/domain/catalog/catalogContent'
import { checkLabels, checkName, labelsOf } from '@/domain/catalog/catalogCheck'
import { catalogUse } from '@/domain/catalog/catalogUse'
import { isRetired, listedComponents } from '@/domain/component/component'
import { mergeRecordChoices, recordConflictsBetween } from '@/domain/writing/conflict'
import { incident } from '../builders'

const volumes = { id: 'c1', name: 'Volumes', labels: { region: 'north', order: '10' }, activeReferences: [] }

describe('a change of a component', () => {
  it('is the trimmed name alone, or all labels, or nothing', () => {
    expect(componentChangesBetween(volumes, { ...volumes, name: ' Disks ' })).toEqual({ name: 'Disks' })
    expect(componentChangesBetween(volumes, { name: 'Volumes ', labels: { order: '10', region: 'north' } })).toEqual({})
    expect(componentChangesBetween(volumes, { name: 'Volumes', labels: { region: 'north' } })).toEqual({
      labels: { region: 'north' },
    })
  })

  it('tells labels apart by key and value', () => {
    expect(sameLabels({ a: '1' }, { b: '1' })).toBe(false)
    expect(sameLabels({ a: '1' }, { a: '1', b: '' })).toBe(false)
    expect(sameLabels({ toString: 'x' }, { a: 'x' })).toBe(false)
  })

  it('names what the server did not take over', () => {
    expect(componentNotTakenOver({ name: 'Disks', labels: {} }, volumes)).toEqual(['name', 'labels'])
    expect(componentNotTakenOver({ name: ' Volumes' }, volumes)).toEqual([])
  })

  it('of labels leaves the others as they are', () => {
    expect(editLabels(volumes.labels, { set: { region: 'south', tier: '1' }, remove: ['order', 'gone'] })).toEqual({
      region: 'south',
      tier: '1',
    })
  })
})

describe('an impact type', () => {
  const slow = { id: 't1', name: 'Slow', description: 'Slow\nanswers' }
  it('changes by field, and line ends are no change', () => {
    expect(impactTypeChangesBetween(slow, { name: 'Slow', description: 'Slow\r\nanswers' })).toEqual({})
    expect(impactTypeChangesBetween(slow, { name: 'Slower', description: '' })).toEqual({ name: 'Slower', description: '' })
    expect(impactTypeNotTakenOver({ description: 'x' }, slow)).toEqual(['description'])
  })

  it('that may have arrived is found by its name among those not known before', () => {
    expect(findSameNamed({ name: 'Slow ' }, [slow], new Set())).toEqual({ kind: 'one', item: slow })
    expect(findSameNamed({ name: 'Slow' }, [slow], new Set(['t1']))).toEqual({ kind: 'none' })
    expect(findSameNamed({ name: 'Slow' }, [slow, { ...slow, id: 't2' }], new Set()).kind).toBe('several')
  })
})

describe('checks', () => {
  it('want a name, and warn of one that another has', () => {
    expect(checkName(' ', null, [volumes])).toMatchObject([{ code: 'nameMissing', level: 'error' }])
    expect(checkName('volumes', null, [volumes])).toMatchObject([{ code: 'nameRepeated', level: 'warning' }])
    expect(checkName('Volumes', 'c1', [volumes])).toEqual([])
  })

  it('want a key once, and a number where components are ordered by it', () => {
    const rows = [
      { key: 'a', value: '1' },
      { key: '', value: '' },
      { key: ' ', value: 'x' },
      { key: 'a ', value: '2' },
      { key: 'order', value: 'first' },
    ]
    expect(checkLabels(rows, 'order')).toMatchObject([
      { code: 'labelKeyMissing', rows: [2] },
      { code: 'labelKeyRepeated', rows: [3] },
      { code: 'orderInvalid', rows: [4] },
    ])
    expect(checkLabels([{ key: 'order', value: '-1.5' }], 'order')).toEqual([])
    expect(labelsOf(rows.slice(0, 2))).toEqual({ a: '1' })
    expect(labelsOf([{ key: ' a', value: '1' }], { ' a': '0' })).toEqual({ ' a': '1' })
  })
})

describe('a retired component', () => {
  it('carries the label, whatever it says', () => {
    expect(isRetired({ labels: { retired: '' } }, 'retired')).toBe(true)
    expect(isRetired({ labels: {} }, 'toString')).toBe(false)
    expect(isRetired({ labels: { retired: '' } }, null)).toBe(false)
    expect(listedComponents([volumes], 'region')).toEqual([])
  })
})

describe('fields whose names are data', () => {
  it('conflict where both changed them to different values, and merge otherwise', () => {
    const [base, mine, theirs] = [
      { a: '1', b: '1' },
      { a: '2', c: 'new' },
      { a: '3', b: '1', d: 'theirs' },
    ]
    expect(recordConflictsBetween(base, mine, theirs)).toEqual([{ field: 'a', base: '1', mine: '2', theirs: '3' }])
    expect(mergeRecordChoices(base, mine, theirs, { a: 'mine' })).toEqual({ a: '2', b: null, c: 'new', d: 'theirs' })
    expect(mergeRecordChoices(base, mine, theirs)).toMatchObject({ a: '3' })
  })
})

it('counts each incident once for what it refers to', () => {
  const impact = (componentId: string, typeId: string | null) => ({ componentId, typeId, severity: 1 })
  const { components, types, generations } = catalogUse([
    incident({ impacts: [impact('c1', 't1'), impact('c1', 't2'), impact('c2', null)], phase: { generation: 2, order: 0 } }),
    incident({ id: 'other', impacts: [impact('c1', 't1')], phase: null }),
  ])
  expect(Object.fromEntries(components)).toEqual({ c1: 2, c2: 1 })
  expect(Object.fromEntries(types)).toEqual({ t1: 2, t2: 1 })
  expect(Object.fromEntries(generations)).toEqual({ 2: 1 })
})

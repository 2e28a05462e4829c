import { describe, expect, it } from 'vitest'
import { matchTemplate, type ServerNames, type TemplateNames } from '@/domain/writing/matchTemplate'
import { severityScale } from '@/domain/severity/severity'

const server: ServerNames = {
  scale: severityScale([
    { name: 'Planned', value: 0 },
    { name: 'Minor', value: 40 },
    { name: 'MINOR', value: 70 },
    { name: 'Major', value: 100 },
  ]),
  types: [
    { id: 'type-1', name: 'Slow', description: '' },
    { id: 'type-2', name: 'Down', description: '' },
  ],
  phases: { generation: 3, names: ['Open', 'Closed'] },
}
const match = (names: TemplateNames, fields: Partial<ServerNames> = {}) => matchTemplate(names, { ...server, ...fields })

describe('the names of a template', () => {
  it('are found on the server', () => {
    expect(match({ severity: 'Major', impactType: 'Down', phase: 'Closed' })).toEqual({
      severity: 100,
      typeId: 'type-2',
      phase: { generation: 3, order: 1 },
      unmatched: [],
    })
  })

  it.each([
    ['MINOR', 70],
    ['minor', 40],
    [' major ', 100],
    ['Planned', 0],
  ])('are taken exactly first, then in any case: %s', (severity, value) => {
    expect(match({ severity })).toEqual({ severity: value, unmatched: [] })
  })

  it('may be the id of an impact type', () => {
    expect(match({ impactType: 'type-1' })).toEqual({ typeId: 'type-1', unmatched: [] })
  })

  it('that the server has not are told, and change nothing', () => {
    expect(match({ severity: 'Awful', impactType: 'Gone', phase: 'Lost' })).toEqual({
      unmatched: [
        { part: 'severity', name: 'Awful' },
        { part: 'impactType', name: 'Gone' },
        { part: 'phase', name: 'Lost' },
      ],
    })
  })

  it('of phases are not found while the phases are not known', () => {
    expect(match({ phase: 'Open' }, { phases: null })).toEqual({ unmatched: [{ part: 'phase', name: 'Open' }] })
  })

  it('may be left out', () => {
    expect(match({})).toEqual({ unmatched: [] })
  })
})

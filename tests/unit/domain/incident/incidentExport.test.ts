import { describe, expect, it } from 'vitest'
import { incidentsCsv, incidentsJson, type ExportNames } from '@/domain/incident/incidentExport'
import { at, DEGRADED, impact, incident, MAINTENANCE, scale, span } from '../builders'

const names: ExportNames = {
  components: new Map([['web', 'Web Shop']]),
  types: [{ id: 'connectivity', name: 'Connectivity', description: '' }],
  scale,
  generations: new Map([[1, { generation: 1, names: ['Open', 'Done'] }]]),
  linkTo: id => `https://status.example/incidents/${id}`,
  now: at('2026-03-10T12:00:00Z'),
}
const one = incident({
  id: 'a',
  title: 'Slow',
  description: 'Text',
  beganAt: at('2026-02-28T23:30:00Z'),
  endedAt: at('2026-03-01T00:00:00Z'),
  phase: { generation: 1, order: 1 },
  impacts: [impact(DEGRADED, 'web'), impact(MAINTENANCE, 'hidden', 'gone'), impact(null, 'web', null)],
})

describe('CSV', () => {
  const rows = (...incidents: Parameters<typeof incidentsCsv>[0]) => incidentsCsv(incidents, names).split('\r\n')

  it('begins with a byte order mark and the names of the columns, and every row ends with CRLF', () => {
    expect(rows()).toEqual([
      '\uFEFFid,title,state,began_at,ended_at,phase,components,severities,severity_values,impact_types,description,link',
      '',
    ])
  })

  it('has a row for each incident, with UTC times and the impacts in one order', () => {
    expect(rows(one)[1]).toBe(
      'a,Slow,ended,2026-02-28T23:30:00.000Z,2026-03-01T00:00:00.000Z,Done,Web Shop; hidden; Web Shop,' +
        'degraded; maintenance; unknown,40; 0; ,Connectivity; gone; ,Text,https://status.example/incidents/a',
    )
  })

  it('leaves empty what is not known', () => {
    expect(rows(incident({ id: 'b', title: '', beganAt: null, impacts: [] }))[1]).toBe(
      'b,,ongoing,,,,,,,,,https://status.example/incidents/b',
    )
  })

  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['=HYPERLINK("http://a","b")', '"\'=HYPERLINK(""http://a"",""b"")"'],
    ['a=1', 'a=1'],
  ])('writes %j as %j', (title, cell) => {
    expect(incidentsCsv([incident({ id: 'c', title })], names)).toContain(`\r\nc,${cell},ongoing,`)
  })
})

it('JSON says what it holds, what is not known, and each incident with its impacts', () => {
  const month = span(at('2026-03-01T00:00:00Z'), at('2026-04-01T00:00:00Z'))
  const gap = span(at('2026-03-02T00:00:00Z'), at('2026-03-03T00:00:00Z'))
  expect(JSON.parse(incidentsJson([one], names, month, [gap]))).toEqual({
    exportedAt: '2026-03-10T12:00:00.000Z',
    from: '2026-03-01T00:00:00.000Z',
    until: '2026-04-01T00:00:00.000Z',
    unknown: [{ from: '2026-03-02T00:00:00.000Z', until: '2026-03-03T00:00:00.000Z' }],
    incidents: [
      {
        id: 'a',
        title: 'Slow',
        description: 'Text',
        state: 'ended',
        beganAt: '2026-02-28T23:30:00.000Z',
        endedAt: '2026-03-01T00:00:00.000Z',
        phase: 'Done',
        impacts: [
          {
            componentId: 'web',
            component: 'Web Shop',
            severity: 'degraded',
            severityValue: 40,
            typeId: 'connectivity',
            type: 'Connectivity',
          },
          { componentId: 'hidden', component: null, severity: 'maintenance', severityValue: 0, typeId: 'gone', type: null },
          { componentId: 'web', component: 'Web Shop', severity: 'unknown', severityValue: null, typeId: null, type: null },
        ],
        link: 'https://status.example/incidents/a',
      },
    ],
  })
})

import { describe, expect, it } from 'vitest'
import { checkDraft, type DraftContext } from '@/domain/writing/draftCheck'
import { draftOf, type IncidentDraft } from '@/domain/writing/incidentDraft'
import { severityScale } from '@/domain/severity/severity'
import { DAY_MS, DEGRADED, HOUR_MS, MAINTENANCE, MINUTE_MS, OUTAGE, at, impact, incident, scale } from '../builders'

const NOW = at('2026-07-01T12:00:00Z')
const YEAR_10000 = at('+010000-01-01T00:00:00Z')
const context = (fields: Partial<DraftContext> = {}): DraftContext => ({
  now: NOW,
  scale,
  original: null,
  componentIds: new Set(['web', 'db']),
  incidents: [],
  shortNoticeHours: 72,
  ...fields,
})
const fresh: IncidentDraft = {
  kind: 'incident',
  title: 'Slow storage',
  description: '',
  beganAt: NOW,
  endedAt: null,
  phase: { generation: 1, order: 0 },
  impacts: [impact(DEGRADED)],
}
const window: IncidentDraft = {
  ...fresh,
  kind: 'maintenance',
  beganAt: NOW + 4 * DAY_MS,
  endedAt: NOW + 5 * DAY_MS,
  impacts: [impact(MAINTENANCE)],
}

const told = (draft: IncidentDraft, fields: Partial<DraftContext> = {}) =>
  checkDraft(draft, context(fields)).map(({ code, field, level }) => `${level} ${field}: ${code}`)

it('finds nothing wrong with a complete incident or maintenance', () => {
  expect(told(fresh)).toEqual([])
  expect(told(window)).toEqual([])
})

describe('a new incident', () => {
  it.each([
    ['no title', { title: ' \n' }, ['error title: titleMissing']],
    ['a placeholder left in its title', { title: 'Down: {components}' }, ['warning title: placeholderOpen']],
    ['a placeholder left in its text', { description: 'Until {end}.' }, ['warning description: placeholderOpen']],
    ['no phase', { phase: null }, ['error phase: phaseMissing']],
    ['no begin', { beganAt: null }, ['error beganAt: beginMissing']],
    ['an end before its begin', { endedAt: NOW - 1 }, ['error endedAt: endBeforeBegin']],
    ['an end at its begin', { endedAt: NOW }, ['warning endedAt: noLength']],
    ['an end to come', { endedAt: NOW + 1 }, ['warning endedAt: endsInFuture']],
    ['no component', { impacts: [] }, ['warning impacts: noComponent']],
    ['an impact without a type', { impacts: [impact(OUTAGE, 'web', null)] }, ['error impacts: impactIncomplete']],
    ['an impact without a severity', { impacts: [impact(null)] }, ['error impacts: impactIncomplete']],
    ['a severity above 100', { impacts: [impact(101)] }, ['error impacts: severityInvalid']],
    ['a severity below 0', { impacts: [impact(-1)] }, ['error impacts: severityInvalid']],
    ['half a severity', { impacts: [impact(1.5)] }, ['error impacts: severityInvalid']],
    ['an impact twice', { impacts: [impact(), impact(DEGRADED)] }, ['error impacts: impactRepeated']],
    ['two impacts of one component', { impacts: [impact(), impact(OUTAGE, 'web', 'slow')] }, []],
    ['an unknown component', { impacts: [impact(OUTAGE, 'gone')] }, ['warning impacts: componentUnknown']],
    [
      'a maintenance impact and no end',
      { impacts: [impact(MAINTENANCE)] },
      ['warning beganAt: shortNotice', 'error endedAt: endMissing'],
    ],
    [
      'a maintenance impact and an end',
      { impacts: [impact(MAINTENANCE)], endedAt: NOW + DAY_MS },
      ['warning beganAt: shortNotice'],
    ],
    ['a begin just now', { beganAt: NOW - 5 * MINUTE_MS }, []],
    ['a begin in the past', { beganAt: NOW - 5 * MINUTE_MS - 1 }, ['warning beganAt: beginsInPast']],
    ['a begin in the future', { beganAt: NOW + 1 }, ['warning beganAt: beginsInFuture']],
    ['a begin that cannot be written', { beganAt: YEAR_10000 }, ['error beganAt: timeOutOfRange']],
    ['a begin that is no number', { beganAt: NaN }, ['error beganAt: timeOutOfRange']],
    [
      'the last begin there is',
      { beganAt: YEAR_10000 - 1 },
      ['warning beganAt: beginsInFuture', 'warning beganAt: beginUnlikely'],
    ],
    [
      'the first begin there is',
      { beganAt: at('0000-01-01T00:00:00Z') },
      ['warning beganAt: beginsInPast', 'warning beganAt: beginUnlikely'],
    ],
    ['an end that cannot be written', { endedAt: at('0000-01-01T00:00:00Z') - 1 }, ['error endedAt: timeOutOfRange']],
  ])('with %s', (_, fields, expected) => {
    expect(told({ ...fresh, ...fields })).toEqual(expected)
  })

  it('tells everything at once, in the order of the form', () => {
    const impacts = [impact(null, 'gone', null), impact(200, 'db')]
    const worst = { ...fresh, title: '', phase: null, beganAt: null, endedAt: NaN, impacts }
    expect(told(worst)).toEqual([
      'error title: titleMissing',
      'error phase: phaseMissing',
      'error beganAt: beginMissing',
      'error endedAt: timeOutOfRange',
      'error impacts: impactIncomplete',
      'error impacts: severityInvalid',
      'warning impacts: componentUnknown',
    ])
  })

  it('names the rows', () => {
    const impacts = [impact(), impact(OUTAGE, 'db', null), impact(OUTAGE, 'gone'), impact(DEGRADED)]
    expect(checkDraft({ ...fresh, impacts }, context())).toEqual([
      { code: 'impactIncomplete', field: 'impacts', level: 'error', rows: [1] },
      { code: 'impactRepeated', field: 'impacts', level: 'error', rows: [3] },
      { code: 'componentUnknown', field: 'impacts', level: 'warning', rows: [2] },
    ])
  })

  it('has a severity that no band holds', () => {
    const half = severityScale([{ name: 'bad', value: 50 }])
    const impacts = [impact(50), impact(51, 'db')]
    expect(checkDraft({ ...fresh, impacts }, context({ scale: half }))).toEqual([
      { code: 'severityInNoBand', field: 'impacts', level: 'warning', rows: [1] },
    ])
  })

  it('says nothing of components while they are not loaded', () => {
    expect(told({ ...fresh, impacts: [impact(OUTAGE, 'gone')] }, { componentIds: null })).toEqual([])
  })

  it('in the past on purpose has an end and may begin long ago', () => {
    const old = { ...fresh, beganAt: NOW - DAY_MS }
    expect(told(old, { backfill: true })).toEqual(['error endedAt: endMissing'])
    expect(told({ ...old, endedAt: NOW - HOUR_MS }, { backfill: true })).toEqual([])
    expect(told({ ...old, endedAt: NOW + 1 }, { backfill: true })).toEqual(['warning endedAt: endsInFuture'])
  })
})

describe('a new maintenance', () => {
  it.each([
    ['no begin', { beganAt: null }, ['error beganAt: beginMissing']],
    ['no end', { endedAt: null }, ['error endedAt: endMissing']],
    ['no components', { impacts: [] }, ['error impacts: maintenanceMissing']],
    ['other impacts only', { impacts: [impact(OUTAGE)] }, ['error impacts: maintenanceMissing']],
    ['other impacts as well', { impacts: [impact(OUTAGE), impact(MAINTENANCE, 'db')] }, []],
    ['just enough notice', { beganAt: NOW + 72 * HOUR_MS }, []],
    ['short notice', { beganAt: NOW + 72 * HOUR_MS - 1 }, ['warning beganAt: shortNotice']],
    ['no notice', { beganAt: NOW }, ['warning beganAt: shortNotice']],
    ['a begin in the past', { beganAt: NOW - HOUR_MS }, ['warning beganAt: beginsInPast']],
    ['more than fourteen days', { endedAt: window.beganAt! + 14 * DAY_MS + 1 }, ['warning endedAt: lastsLong']],
    ['a begin in a year', { beganAt: NOW + 365 * DAY_MS, endedAt: NOW + 366 * DAY_MS }, []],
    [
      'a begin in more than a year',
      { beganAt: NOW + 365 * DAY_MS + 1, endedAt: NOW + 366 * DAY_MS },
      ['warning beganAt: beginFarAhead'],
    ],
    [
      'the years 1 to 9999',
      { beganAt: at('0001-01-01T00:00:00Z'), endedAt: at('9999-12-31T00:00:00Z') },
      [
        'warning beganAt: beginsInPast',
        'warning beganAt: beginUnlikely',
        'warning endedAt: endUnlikely',
        'warning endedAt: lastsLong',
      ],
    ],
  ])('with %s', (_, fields, expected) => {
    expect(told({ ...window, ...fields })).toEqual(expected)
  })

  it('says how much notice is usual, and nothing where none is', () => {
    const soon = { ...window, beganAt: NOW + 1 }
    expect(checkDraft(soon, context({ shortNoticeHours: 24 }))).toEqual([
      { code: 'shortNotice', field: 'beganAt', level: 'warning', hours: 24 },
    ])
    expect(told(soon, { shortNoticeHours: 0 })).toEqual([])
    expect(told(soon, { shortNoticeHours: null })).toEqual([])
  })
})

it('names the years and days that are asked about', () => {
  const odd = { ...window, beganAt: at('0001-05-01T00:00:00Z'), endedAt: at('0001-06-01T00:00:00Z') }
  expect(checkDraft(odd, context()).map(problem => ({ ...problem, field: undefined, level: undefined }))).toEqual([
    { code: 'beginsInPast' },
    { code: 'beginUnlikely', year: 1 },
    { code: 'endUnlikely', year: 1 },
    { code: 'lastsLong', days: 31 },
  ])
})

describe('a new incident like another', () => {
  const other = incident({ title: 'Network down', beganAt: NOW - DAY_MS, impacts: [impact(OUTAGE, 'web'), impact(OUTAGE, 'db')] })
  const repeats = (draft: Partial<IncidentDraft>, fields: Partial<typeof other> = {}) => {
    const incidents = [{ ...other, ...fields }]
    const found = checkDraft({ ...fresh, ...draft }, context({ incidents, shortNoticeHours: null }))
    const repeated = found.filter(({ code }) => code === 'duplicateOfOther')
    if (repeated.length) expect(repeated).toEqual([{ code: 'duplicateOfOther', field: 'title', level: 'warning', incidents }])
    return repeated.length > 0
  }
  const another = { impacts: [impact(OUTAGE, 'mail')] }

  it.each([
    ['all of its components are affected already', {}, {}, true],
    ['one of its components is not', { impacts: [impact(), impact(OUTAGE, 'mail')] }, {}, false],
    ['it has the title of an ongoing one', { title: ' network DOWN', ...another }, {}, true],
    ['it has another title and other components', another, {}, false],
    ['it has no title and no components, as the other', { title: '', impacts: [] }, { title: '' }, false],
    ['the other has ended', {}, { endedAt: NOW }, false],
    ['the other ends later', {}, { endedAt: NOW + 1 }, true],
    ['it ends when the other begins', { beganAt: NOW - 2 * DAY_MS, endedAt: NOW - DAY_MS }, {}, false],
    ['it ends later', { beganAt: NOW - 2 * DAY_MS, endedAt: NOW - DAY_MS + 1 }, {}, true],
    ['nobody knows since when the other is', {}, { beganAt: null }, true],
    ['the times of the other are impossible', {}, { beganAt: NOW + 2 * DAY_MS, endedAt: NOW + DAY_MS }, false],
    ['the other is maintenance alone', {}, { impacts: [impact(MAINTENANCE)] }, false],
    ['the other is maintenance as well', {}, { impacts: [impact(MAINTENANCE), impact(OUTAGE)] }, true],
    ['it is maintenance', window, {}, false],
    ['both are maintenance', window, { impacts: [impact(MAINTENANCE)] }, true],
  ])('where %s', (_, draft, fields, expected) => {
    expect(repeats(draft, fields)).toBe(expected)
  })

  it('is looked for before it is published only', () => {
    expect(told({ ...fresh, description: 'x' }, { incidents: [other], original: incident({ ...fresh }) })).toEqual([])
  })
})

describe('an incident that exists', () => {
  const odd = incident({
    title: '',
    beganAt: null,
    endedAt: null,
    phase: null,
    impacts: [impact(MAINTENANCE), impact(null, 'hidden', null), impact(120, 'db')],
  })

  it('may go on lacking what it lacked', () => {
    expect(told({ ...draftOf(odd), description: 'x' }, { original: odd })).toEqual([])
  })

  it.each([
    ['the title', { title: 'x' }, { title: '' }, ['error title: titleMissing']],
    ['the begin', { beganAt: 1 }, { beganAt: null }, ['error beganAt: beginMissing']],
    ['the end of a maintenance', { endedAt: NOW, impacts: [impact(0)] }, { endedAt: null }, ['error endedAt: endMissing']],
    ['the end of an incident', { endedAt: NOW }, { endedAt: null }, []],
    ['the phase', { phase: { generation: 1, order: 0 } }, { phase: null }, []],
  ])('must not lose %s where it is needed', (_, before, after, expected) => {
    const original = incident({ beganAt: NOW, ...before })
    expect(told({ ...draftOf(original), ...after }, { original })).toEqual(expected)
  })

  it('needs the whole list in order once an impact changes, and an end with maintenance in it', () => {
    const [first, ...rest] = odd.impacts
    expect(told({ ...draftOf(odd), impacts: [first!, ...rest, impact(OUTAGE, 'web', 'slow')] }, { original: odd })).toEqual([
      'error endedAt: endMissing',
      'error impacts: impactIncomplete',
      'error impacts: severityInvalid',
    ])
  })

  it('is asked about odd times only where one of them would be sent', () => {
    const original = incident({ beganAt: at('1999-01-01T00:00:00Z'), endedAt: NOW - DAY_MS })
    expect(told({ ...draftOf(original), description: 'x' }, { original })).toEqual([])
    expect(told({ ...draftOf(original), endedAt: NOW - HOUR_MS }, { original })).toEqual(['warning endedAt: lastsLong'])
    // As a cancellation does.
    expect(told({ ...draftOf(original), endedAt: original.beganAt }, { original })).toEqual(['warning endedAt: endUnlikely'])
  })

  it('contradicts itself by a new begin as by a new end', () => {
    const original = incident({ beganAt: NOW - HOUR_MS, endedAt: NOW })
    expect(told({ ...draftOf(original), beganAt: NOW + 1 }, { original })).toEqual([
      'warning beganAt: beginsInFuture',
      'error endedAt: endBeforeBegin',
    ])
  })
})

import '../support/temporal'
import { expect, test } from 'vitest'
import type { DayStatus } from '@/domain/component/componentHistory'
import DayDetail from '@/components/bars/DayDetail.vue'
import { say } from '../support/browser/texts'
import { DAY_MS, HOUR_MS, NOW } from '../support/clock'
import { renderPart } from '../support/mounted'
import { textOf } from '../support/status'
import { incident, level, scale } from '../unit/domain/builders'

const day = { date: '2026-03-10', start: NOW - 12 * HOUR_MS, end: NOW + 12 * HOUR_MS }
const began = { beganAt: NOW - HOUR_MS }

test.each<[string, Partial<DayStatus>, Parameters<typeof say>[0]]>([
  ['nothing happened', {}, 'bars.nothing'],
  [
    'an incident has no duration',
    { level: level('outage'), incidents: [incident({ ...began, endedAt: began.beganAt })] },
    'bars.zeroLength',
  ],
  [
    'an incident ends before it begins',
    { level: scale.unknown, incidents: [incident({ ...began, endedAt: NOW - DAY_MS })] },
    'bars.undecided',
  ],
  [
    'the begin of an incident cannot be read',
    { level: scale.unknown, incidents: [incident({ beganAt: null, beginUnreadable: true })] },
    'bars.undecided',
  ],
  ['how the component is now is not known', { level: scale.unknown }, 'bars.undecided'],
  ['nothing is known', { level: null }, 'bars.noData'],
])('a day on which %s says so', async (_, status, words) => {
  const nothing = { day, level: scale.operational, incidents: [], affectedMs: new Map(), maintenanceMs: 0, observedMs: DAY_MS }
  const { element } = await renderPart(DayDetail, { props: { status: { ...nothing, ...status }, name: 'Web', isToday: true } })
  const said = (['bars.nothing', 'bars.zeroLength', 'bars.undecided', 'bars.noData'] as const).filter(key =>
    textOf(element).includes(say(key)),
  )
  expect(said).toEqual([words])
})

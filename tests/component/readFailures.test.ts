import { within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { ApiError } from '@/domain/apiError'
import type { StatusPart } from '@/domain/status/verdict'
import ReadFailures from '@/components/ui/ReadFailures.vue'
import { say } from '../support/browser/texts'
import { DAY_MS, NOW } from '../support/clock'
import { renderPart } from '../support/mounted'
import { textOf } from '../support/status'

const day = (from: number, to: number) => ({ start: NOW + from * DAY_MS, end: NOW + to * DAY_MS })
const failed = (part: StatusPart, span: { start: number; end: number } | null, status = 500) => ({
  part,
  error: new ApiError('server', { method: 'GET', path: `/${part}` }, { status }),
  readAt: null,
  invalidCount: 0,
  span,
})
const SERVER = say('error.server')
/** What failed, of each reason. */
async function names(failures: ReturnType<typeof failed>[]) {
  const { element } = await renderPart(ReadFailures, { props: { failures, busy: false } })
  const reasons = within(element).getAllByRole('listitem').map(textOf)
  return reasons.map(text => text.slice(0, text.indexOf(SERVER)).trim())
}

describe('a read that failed', () => {
  it('is told with its call, its status and its age, with spaces between', async () => {
    const { element } = await renderPart(ReadFailures, { props: { failures: [failed('phases', null, 503)], busy: false } })
    expect(textOf(within(element).getByRole('listitem'))).toBe(
      `phases: ${say('error.server')} GET /phases (${say('error.status', { status: 503 })}). ${say('error.nothing')}`,
    )
  })
})

describe('windows that failed', () => {
  it('for one reason are one where they touch', async () => {
    expect(await names([failed('incidents', day(-3, -2)), failed('incidents', day(-2, -1))])).toEqual([
      'incidents of Sat 7 Mar, 12:00 – Mon 9 Mar, 12:00 UTC:',
    ])
  })

  it('apart in time, or for another reason, are told apart', async () => {
    expect(await names([failed('incidents', day(-5, -4)), failed('incidents', day(-2, -1))])).toEqual([
      'incidents of Thu 5 Mar, 12:00 – Fri 6 Mar, 12:00 UTC and incidents of Sun 8 Mar, 12:00 – Mon 9 Mar, 12:00 UTC:',
    ])
    expect(await names([failed('incidents', day(-3, -2)), failed('incidents', day(-2, -1), 502)])).toHaveLength(2)
  })

  it('are not told beside the whole that failed too', async () => {
    expect(await names([failed('components', null), failed('incidents', null), failed('incidents', day(-3, -2))])).toEqual([
      'components and incidents:',
    ])
  })
})

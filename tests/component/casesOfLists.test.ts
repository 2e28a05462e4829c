import { within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { say } from '../support/browser/texts'
import { buildData, buildIncident } from '../support/builders'
import { DAY_MS, HOUR_MS, wireTime } from '../support/clock'
import { impactOn, named, ongoing, renderStatus, textOf } from '../support/status'

const components = [named('Compute')]

/** What stands under a day of the list of what is over. */
async function dayOf(day: string, incidents: WireIncident[], url = '/') {
  const page = await renderStatus({ data: buildData({ components, incidents }), url })
  const heading = within(page.getByRole('region', { name: say('recent.title') })).queryByRole('heading', { name: day })
  return heading?.closest('li') ?? null
}

describe('a long outage that is just over', () => {
  const long = buildIncident({
    id: uuidOf('long'),
    displayName: 'Long',
    beganAt: wireTime(-20 * DAY_MS),
    endedAt: wireTime(-HOUR_MS),
    affects: [impactOn('Compute', 100)],
  })

  it.each([['/'], ['/?quiet=hide']])('is among what is shown at first of %s', async url => {
    const today = await dayOf('Tue 10 Mar', [long], url)
    expect(within(today!).getByRole('link', { name: 'Long' })).toBeDefined()
  })
})

describe('today', () => {
  it('tells what is going on in place of being called quiet', async () => {
    const today = await dayOf('Tue 10 Mar', [
      ongoing([impactOn('Compute', 90)], { id: uuidOf('a') }),
      ongoing([impactOn('Compute', 0)], { id: uuidOf('b'), endedAt: wireTime(HOUR_MS) }),
    ])
    expect(textOf(today)).toContain('1 incident is ongoing; it stands above. 1 maintenance is in progress; it stands above.')
    expect(textOf(today)).not.toContain(say('recent.quiet'))
  })

  it('is quiet where nothing is going on, as yesterday is', async () => {
    expect(textOf(await dayOf('Tue 10 Mar', []))).toContain(say('recent.quiet'))
    const yesterday = await dayOf('Mon 9 Mar', [ongoing([impactOn('Compute', 90)])])
    expect(textOf(yesterday)).toContain(say('recent.quiet'))
  })
})

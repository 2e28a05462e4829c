import { fireEvent, screen, within } from '@testing-library/dom'
import { describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { RouterView } from 'vue-router'
import { buildComponent, buildData, buildIncident, buildUpdate } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { HOUR_MS, wireTime } from '../../../support/clock'
import { theDialog } from '../../../support/dialog'
import { createSurroundings, renderPart } from '../../../support/mounted'
import { serve } from '../../../support/server'
import { settled, textOf } from '../../../support/status'
import { affects, COMPUTE, ID } from './support'

const MINUTE_MS = 60_000
const PHASES = ['Scheduled', 'Working on it', 'Resolved']
const maintenance = buildIncident({
  id: ID.replaceAll('2', '4'),
  displayName: 'New disks',
  beganAt: wireTime(-5 * MINUTE_MS),
  endedAt: wireTime(HOUR_MS),
  affects: affects([COMPUTE], 0),
})
const ongoing = buildIncident({ beganAt: wireTime(-HOUR_MS), endedAt: null, updates: [0], phase: { generation: 1, order: 1 } })

/** A page of operators at a URL, over the demo server. */
async function open(url: string, incidents = [ongoing, maintenance]) {
  serve({
    data: buildData({
      components: [buildComponent()],
      incidents,
      phases: [PHASES],
      updates: { [ID]: [buildUpdate({ createdAt: wireTime(-47 * MINUTE_MS) })] },
    }),
  })
  const around = await createSurroundings({ auth: { mode: 'none' } })
  const rendered = await renderPart({ render: () => h('div', [h(RouterView)]) }, { ...around, operator: true, url })
  await settled(around)
  return { ...rendered, ...around, wait: () => settled(around) }
}
const region = (key: Parameters<typeof say>[0]) => screen.getByRole('region', { name: say(key) })

describe('the overview', () => {
  it('reminds of what was forgotten, what has waited longest first, and leads to the form', async () => {
    await open('/manage')
    const due = within(region('manage.reminder.title')).getAllByRole('listitem')
    expect(due.map(textOf)).toEqual([
      `Slow volumes last update 47 minutes ago${say('manage.update.title')}`,
      `New disks began 5 minutes ago, still “Scheduled”${say('manage.update.title')}`,
    ])
    expect(within(due[1]!).getByRole('link').getAttribute('href')).toBe(`/status/manage/incidents/${maintenance.id}?do=update`)
  })

  it('says since when, for how long, in which phase, and how old the news is', async () => {
    await open('/manage')
    const text = textOf(region('manage.list.ongoing'))
    expect(text).toContain(`Working on it · ${say('manage.list.since', { time: '' })}`)
    expect(text).toMatch(/for 1\s(hour|hr)/)
    expect(text).toContain(say('manage.list.updated', { ago: '47 minutes ago' }))
  })

  it.each([
    ['report', 'manage.report.incident'],
    ['maintenance', 'manage.report.maintenance'],
  ] as const)('opens the dialog that the address asks for with "%s", once', async (word, title) => {
    const { router, wait } = await open(`/manage?do=${word}`)
    fireEvent.click(within(theDialog(say(title))).getByRole('button', { name: say('app.close') }))
    await wait()
    expect(screen.queryByRole('dialog')).toBeNull()
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/manage'))
    expect(textOf(document.activeElement)).toBe(say('manage.report.maintenance'))
    await router.push(`/manage?do=${word}`)
    await wait()
    expect(theDialog(say(title))).toBeTruthy()
  })
})

describe("an incident's page", () => {
  it('begins in the headline where the address asks for an update', async () => {
    await open(`/manage/incidents/${ID}?do=update`)
    expect(document.activeElement).toBe(screen.getByLabelText(say('manage.update.headline')))
  })

  it('does so as often as it is asked for, also by who is there already', async () => {
    const { router, wait } = await open(`/manage/incidents/${ID}`)
    for (let times = 0; times < 2; times++) {
      ;(document.activeElement as HTMLElement).blur()
      await router.push(`/manage/incidents/${ID}?do=update`)
      await wait()
      expect(document.activeElement).toBe(screen.getByLabelText(say('manage.update.headline')))
      await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe(`/manage/incidents/${ID}`))
    }
    await router.push(`/manage/incidents/${ID}?do=delete`)
    await wait()
    expect(theDialog()).toBeTruthy()
  })
})

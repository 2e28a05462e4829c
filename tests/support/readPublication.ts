import type { OpenStatus } from '@/cli/openStatus'
import { publishedIncidents, updateReader, type Publication } from '@/cli/publish/publication'
import { allGoingOn } from '@/domain/incident/moment'

/**
 * One round, as `publish` does it.
 * @param now epoch milliseconds
 */
export async function readPublication(open: OpenStatus, now: number): Promise<Publication> {
  await open.store.refresh()
  const incidents = publishedIncidents(open)
  const goingOn = new Set(allGoingOn(open.store.moment).map(({ id }) => id))
  const updatesOf = await updateReader(open)(incidents, goingOn)
  return { open, writtenAt: now, attemptedAt: now, incidents, updatesOf }
}

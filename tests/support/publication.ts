import { openStatus } from '@/cli/openStatus'
import { publishedIncidents, updateReader, type Publication } from '@/cli/publish/publication'
import type { PublishedSite } from '@/cli/publish/page'
import { parseConfig } from '@/config/parseConfig'
import type { ConfigInput } from '@/config/schema'
import { allGoingOn } from '@/domain/incident/moment'
import { onTestFinished } from 'vitest'
import { NOW } from './clock'

/** A site as the command has it, of a configuration that must be valid. */
export function buildPublishedSite(input: ConfigInput, more: Partial<PublishedSite> = {}): PublishedSite {
  const { config, problems } = parseConfig(input)
  if (!config) throw new Error(JSON.stringify(problems))
  return { config, input, policy: true, ...more }
}

/**
 * What a round of the command is made from: one read of a server. It ends with the test.
 * @param now the clock of the publisher, epoch milliseconds
 */
export async function readPublication({ config }: PublishedSite, now: () => number = () => NOW): Promise<Publication> {
  const open = openStatus({ setting: config.providers[0], now })
  onTestFinished(() => open.close())
  await open.store.refresh()
  const incidents = publishedIncidents(open)
  const goingOn = new Set(allGoingOn(open.store.moment).map(({ id }) => id))
  const updatesOf = await updateReader(open)(incidents, goingOn)
  const problems = open.store.failures.map(({ part, error }) => ({ part, reason: error?.kind ?? 'dropped' }))
  return { open, writtenAt: now(), attempt: { at: now(), problems }, incidents, updatesOf }
}

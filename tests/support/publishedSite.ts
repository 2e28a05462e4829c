import { openStatus } from '@/cli/openStatus'
import type { Publication } from '@/cli/publish/publication'
import type { PublishedSite } from '@/cli/publish/page/document'
import { parseConfig } from '@/config/parseConfig'
import type { ConfigInput } from '@/config/schema'
import { onTestFinished } from 'vitest'
import { NOW } from './clock'
import { readPublication } from './readPublication'

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
export function publicationOf({ config }: PublishedSite, now: () => number = () => NOW): Promise<Publication> {
  const open = openStatus({ setting: config.providers[0], now })
  onTestFinished(() => open.close())
  return readPublication(open, now())
}

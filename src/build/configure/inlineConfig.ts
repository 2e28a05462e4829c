import * as v from 'valibot'
import { checksum } from '@/config/checksum'
import { parseConfig } from '@/config/parseConfig'
import { configSchema, type ParsedSite } from '@/config/schema'
import { atHead } from './markup'

const OLD = /\s*<script type="application\/json" id="scs-config"[^>]*>[\s\S]*?<\/script>/g

/** A valid configuration with all defaults, without keys that nobody knows: it says the same as what was given. null = it is not valid. */
export const completeConfig = (input: unknown): ParsedSite | null => parseConfig(input).config && v.parse(configSchema, input)

/**
 * The page with this configuration in its head, in place of the one that it had: the status is asked for without asking for
 * `config.json` first. Nothing in it can end the script or begin another one. One that is valid is written complete, with a
 * mark that it is checked: first paint draws by no other, since it can neither check any nor knows the defaults, and the page need not
 * load what checks it.
 */
export function withConfig(html: string, input: unknown): string {
  const complete = completeConfig(input)
  const text = JSON.stringify(complete ?? input).replaceAll('<', '\\u003c')
  const script = `<script type="application/json" id="scs-config"${complete ? ` data-checked="${checksum(text)}"` : ''}>${text}</script>`
  return atHead(html.replace(OLD, ''), script)
}

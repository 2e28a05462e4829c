import { checkConfigFile } from '@/build/configure/configFile'
import { ianaZone } from '@/config/choices'
import { parseConfig } from '@/config/parseConfig'
import type { ProviderSetting, SiteConfig } from '@/config/siteConfig'
import { isTimeZone } from '@/config/time'
import { isIssuer } from '@/config/url'
import type { Language } from '@/i18n/messages'
import { UsageError } from '@/cli/exitCodes'
import { plain } from '@/cli/plainText'

/** Which server to ask, and how to speak of it. As it was typed. */
export interface TargetOptions {
  readonly api?: string | undefined
  readonly config?: string | undefined
  readonly provider?: string | undefined
  readonly language?: Language | undefined
  readonly zone?: string | undefined
}

export interface Target {
  readonly setting: ProviderSetting
  /** The configuration that the file holds, checked and as it is written; null = only a server was named. */
  readonly site: { readonly config: SiteConfig; readonly input: unknown } | null
  readonly language: Language
  /** IANA name. */
  readonly zone: string
  /** Sentences about keys of the configuration that nobody reads. */
  readonly warnings: readonly string[]
}

/** Throws `UsageError` where it does not name one server that can be asked. */
export async function targetOf({ api, config: file, provider, language, zone }: TargetOptions): Promise<Target> {
  if (api === undefined && file === undefined)
    throw new UsageError('Name a server with --api URL, or a configuration with --config FILE.')
  if (api !== undefined && !isIssuer(api))
    throw new UsageError(`--api must be an address that begins with http:// or https://, not ${plain(api)}`)
  if (zone !== undefined && !isTimeZone(zone))
    throw new UsageError(`--zone must be "local", "utc" or a time zone such as "Europe/Berlin", not ${plain(zone)}`)
  const { config, input, warnings } =
    file === undefined ? { config: siteOf(api!), input: null, warnings: [] } : await readSite(file, api)
  const found = providerOf(config, provider)
  const setting = api === undefined ? found : { ...found, config: { ...found.config, apiUrl: api } }
  if (!isIssuer(setting.config.apiUrl))
    throw new UsageError(`apiUrl is ${setting.config.apiUrl}, which only a page can ask: name the server with --api URL.`)
  return {
    setting,
    site: input === null ? null : { config, input },
    language: language ?? setting.config.languages[0]!,
    zone: ianaZone(zone ?? setting.config.timeZone),
    warnings,
  }
}

/** Without a configuration a server is called by its host. */
const siteOf = (api: string): SiteConfig => parseConfig({ apiUrl: api, title: new URL(api).host }).config!

async function readSite(file: string, api: string | undefined) {
  const { config, input, errors, warnings } = await checkConfigFile(file, file, read => withApi(read, api))
  if (!config) throw new UsageError(errors.join('\n'))
  return { config, input, warnings }
}

/** A configuration need not name the server that the command line names. */
function withApi(input: unknown, api: string | undefined): unknown {
  if (api === undefined || typeof input !== 'object' || input === null || 'providers' in input || 'apiUrl' in input) return input
  return { ...input, apiUrl: api }
}

function providerOf({ providers }: SiteConfig, id: string | undefined): ProviderSetting {
  const ids = () => providers.map(one => one.id).join(', ')
  if (id === undefined && providers.length > 1) throw new UsageError(`Choose one of the providers with --provider ID: ${ids()}`)
  const found = id === undefined ? providers[0] : providers.find(one => one.id === id)
  if (!found) throw new UsageError(`The configuration has no provider ${plain(id!)}; it has: ${ids()}`)
  return found
}

import { parseConfig } from '@/config/parseConfig'
import type { Config, ConfigInput } from '@/config/schema'
import type { SiteConfig } from '@/config/siteConfig'

export const API_URL = 'http://status.test/api'

/** A whole, valid configuration of a provider that is the test server. */
export const buildConfig = (overrides: Partial<ConfigInput> = {}): Config => buildSite(overrides).providers[0].config

/** A whole, valid configuration of a page; it points at the test server unless it names providers. */
export function buildSite(overrides: Partial<ConfigInput> = {}): SiteConfig {
  const { config, problems } = parseConfig({ ...(!overrides.providers && { apiUrl: API_URL }), timeZone: 'utc', ...overrides })
  if (!config) throw new Error(JSON.stringify(problems))
  return config
}

import { parseConfig } from '@/config/parseConfig'
import type { Config, ConfigInput } from '@/config/schema'

export const API_URL = 'http://status.test/api'

/** A whole, valid configuration that points at the test server. */
export function buildConfig(overrides: Partial<ConfigInput> = {}): Config {
  const { config, problems } = parseConfig({ apiUrl: API_URL, timeZone: 'utc', ...overrides })
  if (!config) throw new Error(JSON.stringify(problems))
  return config
}

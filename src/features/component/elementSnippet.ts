import type { Config } from '@/config/schema'
import type { SeverityScale } from '@/domain/severity/severity'
import type { DataNames } from '@/i18n/dataTranslations'

interface SnippetFacts {
  readonly componentId: string
  /** Absolute addresses: of the API, of the page of the component, of the script. */
  readonly api: string
  readonly href: string
  readonly script: string
  /** Of the script; null = it could not be computed. */
  readonly integrity: string | null
  readonly config: Pick<Config, 'severities' | 'pollIntervalSeconds' | 'staleAfterSeconds'>
  readonly scale: SeverityScale
  /** In the language of the page. */
  readonly names: Pick<DataNames, 'severity'>
}

/** The HTML of `<scs-status>` for a component, judging by the same configuration as this page. */
export function elementSnippet({ componentId, api, href, script, integrity, config, scale, names }: SnippetFacts): string {
  const isOwnChoice = Object.values(config.severities).some(({ good }) => good !== undefined)
  const good = scale.bands.filter(({ kind }) => kind === 'notice').map(({ name }) => name)
  const renamed = scale.levels.flatMap(({ name }) =>
    name !== null && names.severity(name) !== name ? [`${name}=${names.severity(name)}`] : [],
  )
  const attributes = {
    api,
    component: componentId,
    href,
    ...(config.pollIntervalSeconds !== 60 && { interval: String(config.pollIntervalSeconds) }),
    ...(config.staleAfterSeconds !== 300 && { 'stale-after': String(config.staleAfterSeconds) }),
    ...(isOwnChoice && { good: good.join(', ') }),
    ...(renamed.length && { 'severity-names': renamed.join(', ') }),
  }
  const check = integrity === null ? '' : htmlAttributes({ integrity, crossorigin: 'anonymous' })
  return `<script async${htmlAttributes({ src: script })}${check}></script>\n<scs-status${htmlAttributes(attributes)}></scs-status>`
}

/** ` key="value"` for each, escaped. */
export function htmlAttributes(attributes: Readonly<Record<string, string>>): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')
}

/** The integrity of a script (SHA-384) as it is served; null where it cannot be had, or the page is no secure context. */
export async function integrityOf(script: string): Promise<string | null> {
  try {
    const response = await fetch(script)
    if (!response.ok) return null
    const hash = await crypto.subtle.digest('SHA-384', await response.arrayBuffer())
    return `sha384-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`
  } catch {
    return null
  }
}

import { inject, watch } from 'vue'
import type { Config } from '@/config/schema'
import { equalValues } from '@/domain/severity/severity'
import { useClock } from '@/stores/clock'
import { readableOn } from '@/theme/contrast'
import { providerKey } from '@/stores/provider'
import { useSite } from '@/stores/site'
import { useStatusStore } from '@/stores/statusStore'
import { HARDEST_GROUNDS } from '@/theme/palette'

/** Tells the operator, in the console, what the configuration and the server's data make doubtful. Visitors cannot mend it. */
export function useOperatorWarnings(): void {
  const { config } = useSite()
  warnOfColors(config)
  const provider = inject(providerKey, null)
  if (!provider) return
  const store = useStatusStore(provider, useClock())
  watch(
    () => equalValues(store.severities).join(', '),
    values => {
      // eslint-disable-next-line no-console -- for the operator, who alone can mend it
      if (values) console.warn(`Several severities have the same value (${values}): only the first of them by name is ever used.`)
    },
    { immediate: true },
  )
}

/**
 * Tells the operator, in the console, which configured colours cannot be read as they are and what is shown instead. A colour
 * for light backgrounds that merely serves the dark ones too is adapted without a word.
 */
function warnOfColors(config: Pick<Config, 'theme' | 'severities'>): void {
  const { accent: accentLight, accentDark } = config.theme
  const configured = [
    { path: 'theme.accent', scheme: 'light', color: accentLight } as const,
    { path: 'theme.accentDark', scheme: 'dark', color: accentDark } as const,
    ...Object.entries(config.severities).flatMap(([name, { color, colorDark }]) => [
      { path: `severities.${name}.color`, scheme: 'light', color } as const,
      { path: `severities.${name}.colorDark`, scheme: 'dark', color: colorDark } as const,
    ]),
  ]
  for (const { path, scheme, color } of configured) {
    const shown = color && readableOn(color, HARDEST_GROUNDS[scheme], 4.5)
    if (shown && shown !== color) {
      // eslint-disable-next-line no-console -- for the operator, who alone can mend it
      console.warn(`config.json, ${path}: ${color} is below 4.5:1 on the ${scheme} background; ${shown} is shown instead.`)
    }
  }
}

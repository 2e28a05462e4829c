import type { Config } from '@/config/schema'
import { HARDEST_GROUNDS, type ColorScheme } from './palette'
import { readableOn } from './contrast'

/** The accent for a colour scheme, readable as text on its background. */
export function accent({ theme }: Pick<Config, 'theme'>, scheme: ColorScheme): string {
  return readableOn((scheme === 'dark' && theme.accentDark) || theme.accent, HARDEST_GROUNDS[scheme], 4.5)
}

/** The colours of severities, each as it is or as near to it as can be read; 4.5:1, since words take them too. */
export function levelColors(severities: Config['severities'], scheme: ColorScheme): Record<string, string> {
  const colors: Record<string, string> = {}
  for (const [name, { color, colorDark }] of Object.entries(severities)) {
    const chosen = (scheme === 'dark' && colorDark) || color
    if (chosen) colors[name] = readableOn(chosen, HARDEST_GROUNDS[scheme], 4.5)
  }
  return colors
}

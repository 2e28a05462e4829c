import type { Config } from '@/config/schema'
import { readableOn } from './contrast'

/** Backgrounds of tokens.css, for computing contrast. */
export const PAPER = { light: '#ffffff', dark: '#121417' } as const
export type Shade = keyof typeof PAPER

/** The accent for a shade, readable as text on its background. */
export function accent({ theme }: Pick<Config, 'theme'>, shade: Shade): string {
  return readableOn((shade === 'dark' && theme.accentDark) || theme.accent, PAPER[shade], 4.5)
}

/** The colours of severities, each as it is or as near to it as can be read; 4.5:1, since words take them too. */
export function levelColors(severities: Config['severities'], shade: Shade): Record<string, string> {
  const colors: Record<string, string> = {}
  for (const [name, { color, colorDark }] of Object.entries(severities)) {
    const chosen = (shade === 'dark' && colorDark) || color
    if (chosen) colors[name] = readableOn(chosen, PAPER[shade], 4.5)
  }
  return colors
}

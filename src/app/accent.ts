import type { Config } from '@/config/schema'
import { readableOn } from '@/shared/ui/contrast'

/** Backgrounds of tokens.css, for computing contrast. */
export const PAPER = { light: '#ffffff', dark: '#121417' } as const
export type Shade = keyof typeof PAPER

/** The accent for a shade, readable as text on its background. */
export function accent({ theme }: Pick<Config, 'theme'>, shade: Shade): string {
  return readableOn((shade === 'dark' && theme.accentDark) || theme.accent, PAPER[shade], 4.5)
}

import { createVuetify } from 'vuetify'
import type { Config } from '@/config/schema'
import { readableOn } from '@/shared/ui/contrast'

/** Backgrounds of tokens.css, for computing contrast. */
export const PAPER = { light: '#ffffff', dark: '#121417' } as const
export type Shade = keyof typeof PAPER

/** The accent for a shade, readable as text on its background. */
export function accent({ theme }: Pick<Config, 'theme'>, shade: Shade): string {
  return readableOn((shade === 'dark' && theme.accentDark) || theme.accent, PAPER[shade], 4.5)
}

/**
 * Vuetify writes its theme into a style element by `innerHTML`, which a strict policy and Trusted Types forbid. Given this under the
 * name `usehead`, it hands the text over instead, and the text goes into a sheet that no policy minds.
 */
export function adoptedTheme() {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const put = (head: () => { style: [{ textContent: string }] }) => sheet.replaceSync(head().style[0].textContent)
  return {
    push(head: Parameters<typeof put>[0]) {
      put(head)
      return { patch: put }
    },
  }
}

export function createVuetifyFor(config: Pick<Config, 'theme'>) {
  const colors = (shade: Shade) => ({ primary: accent(config, shade), background: PAPER[shade], surface: PAPER[shade] })
  return createVuetify({
    theme: {
      defaultTheme: 'light',
      themes: { light: { dark: false, colors: colors('light') }, dark: { dark: true, colors: colors('dark') } },
    },
  })
}

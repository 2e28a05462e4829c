/**
 * Every colour of the product, once: the page's custom properties and Vuetify's (build/paletteStyles), the custom element, the icon
 * of the tab and the contrast that is computed for configured colours. Colour is kept for state; everything else is neutral and takes
 * one accent. A test holds each against the grounds that it stands on.
 */
export const COLOR_SCHEMES = ['light', 'dark'] as const
export type ColorScheme = (typeof COLOR_SCHEMES)[number]

export const PALETTES = ['default', 'colour-blind', 'high-contrast'] as const
export type Palette = (typeof PALETTES)[number]

/** The states in order; the tones are those of bad bands, each worse than the one before. */
export const STATE_COLORS = ['good', 'maintenance', 'tone-1', 'tone-2', 'tone-3', 'tone-4', 'unknown'] as const
export type StateColor = (typeof STATE_COLORS)[number]

/** Grounds, texts and lines, by the names that Vuetify and Material give them. */
export const NEUTRAL_COLORS = ['background', 'surface', 'on-surface', 'on-surface-variant', 'outline', 'outline-variant'] as const
export type NeutralColor = (typeof NEUTRAL_COLORS)[number]

/** `#rrggbb` by name. */
export type Colors = Readonly<Record<NeutralColor | StateColor, string>>

/**
 * By which the contrast of configured colours is computed: of the two grounds of the default palette, page (`background`) and card
 * (`surface`), the one that is harder to read on.
 */
export const HARDEST_GROUNDS: Readonly<Record<ColorScheme, string>> = { light: '#f6f6f4', dark: '#191c20' }

/** The default palette, whole. */
export const DEFAULT_COLORS: Readonly<Record<ColorScheme, Colors>> = {
  light: {
    background: HARDEST_GROUNDS.light,
    surface: '#ffffff',
    'on-surface': '#17191c',
    'on-surface-variant': '#565b63',
    outline: '#858a92',
    'outline-variant': '#dddedb',
    good: '#1c7c4c',
    maintenance: '#3f5fc4',
    'tone-1': '#8a6400',
    'tone-2': '#b1500c',
    'tone-3': '#c62a22',
    'tone-4': '#8e1147',
    unknown: '#646a75',
  },
  dark: {
    background: '#101215',
    surface: HARDEST_GROUNDS.dark,
    'on-surface': '#eceded',
    'on-surface-variant': '#a6abb3',
    outline: '#7b818a',
    'outline-variant': '#2c3036',
    good: '#45b87f',
    maintenance: '#8fa6ff',
    'tone-1': '#e8bb45',
    'tone-2': '#f2914a',
    'tone-3': '#ff6f61',
    'tone-4': '#ff86b6',
    unknown: '#9aa0aa',
  },
}

/** What a palette has of its own. */
const OTHERS: Readonly<Record<Exclude<Palette, 'default'>, Readonly<Record<ColorScheme, Partial<Colors>>>>> = {
  // After Okabe and Ito: no pair of red and green; the steps also differ in lightness.
  'colour-blind': {
    light: {
      good: '#0072a3',
      maintenance: '#5d6470',
      'tone-1': '#876800',
      'tone-2': '#b04e00',
      'tone-3': '#9c3100',
      'tone-4': '#571a00',
      unknown: '#696d76',
    },
    dark: {
      good: '#56b4e9',
      maintenance: '#b9bec7',
      'tone-1': '#f0e442',
      'tone-2': '#e69f00',
      'tone-3': '#f07c3c',
      'tone-4': '#ff5f2e',
      unknown: '#8f959f',
    },
  },
  'high-contrast': {
    light: {
      background: '#ffffff',
      'on-surface': '#000000',
      'on-surface-variant': '#2b2d31',
      outline: '#2b2d31',
      'outline-variant': '#6b6f76',
      good: '#005a30',
      maintenance: '#1b36a0',
      'tone-1': '#6b4a00',
      'tone-2': '#8a3600',
      'tone-3': '#a00d0d',
      'tone-4': '#6c0038',
      unknown: '#3f444c',
    },
    dark: {
      background: '#000000',
      surface: '#0a0b0d',
      'on-surface': '#ffffff',
      'on-surface-variant': '#dcdfe3',
      outline: '#dcdfe3',
      'outline-variant': '#8a8f97',
      good: '#6ee7a6',
      maintenance: '#b9c7ff',
      'tone-1': '#ffdc73',
      'tone-2': '#ffb273',
      'tone-3': '#ff9a8f',
      'tone-4': '#ffabd0',
      unknown: '#c7ccd3',
    },
  },
}

/** What a palette changes in a scheme; all of it for the default one. */
export const ownColors = (scheme: ColorScheme, palette: Palette): Partial<Colors> =>
  palette === 'default' ? DEFAULT_COLORS[scheme] : OTHERS[palette][scheme]

/** All colours of a palette in a scheme. */
export const colorsOf = (scheme: ColorScheme, palette: Palette = 'default'): Colors => ({
  ...DEFAULT_COLORS[scheme],
  ...ownColors(scheme, palette),
})

/** For the icon of a tab, whose ground is the browser's: middle tones that stand out on light and dark. */
export const TAB_COLORS: Readonly<Record<StateColor, string>> = {
  good: '#2a9d63',
  maintenance: '#6b86f0',
  'tone-1': '#c99a1a',
  'tone-2': '#d9701f',
  'tone-3': '#e0443a',
  'tone-4': '#d0287a',
  unknown: '#808692',
}

/** The channels of a `#rrggbb` as Vuetify wants its colours, `246,246,244`. */
export const channelsOf = (color: string): string => [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16)).join()

import { computed, watchEffect } from 'vue'
import type { Level } from '@/domain/severity/severity'
import { levelColorName, levelShape } from '@/theme/levelAppearance'
import { TAB_COLORS } from '@/theme/palette'

/** The tab's icon has the shape and colour of a verdict. */
export function useFavicon(levelOf: () => Level): void {
  const address = computed(() => {
    const level = levelOf()
    const color = TAB_COLORS[levelColorName(level)]
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 1 22 22"><path fill="${color}" d="${levelShape(level)}"/></svg>`
    return `data:image/svg+xml,${encodeURIComponent(svg)}`
  })
  // Runs only when shape or colour change: an icon set anew flickers in some browsers. The icon of the tab alone: VueUse's useFavicon
  // takes those of home screens (`apple-touch-icon`) as well, which cannot be such an address.
  watchEffect(() => document.querySelector('link[rel="icon"]')?.setAttribute('href', address.value))
}

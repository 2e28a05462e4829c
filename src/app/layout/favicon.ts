import { computed, watchEffect } from 'vue'
import type { Level } from '@/domain/severity/severity'
import { levelColorName, levelShape } from '@/theme/levelAppearance'
import { useClock } from '@/stores/clock'
import { tabVerdict, useFollowed } from '@/stores/followedStore'
import { useProvider } from '@/stores/provider'
import { useStatusStore } from '@/stores/statusStore'
import { TAB_COLORS } from '@/theme/palette'

/** The tab's icon has the shape and colour of the verdict; where components are followed, of the verdict on them. */
export function useFavicon(): void {
  const provider = useProvider()
  const store = useStatusStore(provider, useClock())
  const followed = useFollowed(provider)
  useFaviconOf(() => (store.loading ? store.scale.unknown : tabVerdict(store, followed).level))
}

/** The same for a level that comes from elsewhere. */
export function useFaviconOf(levelOf: () => Level): void {
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

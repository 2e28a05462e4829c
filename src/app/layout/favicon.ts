import { computed, watchEffect } from 'vue'
import type { Level } from '@/domain/severity'
import { levelShape } from '@/look/levelLook'
import { useClock } from '@/stores/clock'
import { tabVerdict, useFollowed } from '@/stores/followedStore'
import { useProvider } from '@/stores/provider'
import { useStatusStore } from '@/stores/statusStore'

// A tab's background is the browser's, not ours: middle tones that stand out on light and dark.
const COLORS = { operational: '#2a9d63', notice: '#2a9d63', maintenance: '#6b86f0', unknown: '#808692' } as const
const TONES = { 0: '#808692', 1: '#c99a1a', 2: '#d9701f', 3: '#e0443a', 4: '#d0287a' } as const

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
    const color = level.kind === 'band' ? TONES[level.tone] : COLORS[level.kind]
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 1 22 22"><path fill="${color}" d="${levelShape(level)}"/></svg>`
    return `data:image/svg+xml,${encodeURIComponent(svg)}`
  })
  // Runs only when shape or colour change: an icon set anew flickers in some browsers.
  watchEffect(() => document.querySelector('link[rel="icon"]')?.setAttribute('href', address.value))
}

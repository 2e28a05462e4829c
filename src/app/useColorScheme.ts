import { usePreferredDark } from '@vueuse/core'
import { computed, type ComputedRef, type InjectionKey } from 'vue'
import type { ThemeMode } from '@/config/choices'
import type { ColorScheme } from '@/theme/palette'

/** The one that is shown. */
export const colorSchemeKey: InjectionKey<ComputedRef<ColorScheme>> = Symbol('colorScheme')

/** Light or dark: what was chosen, or what the system says now. */
export function useColorScheme(mode: () => ThemeMode): ComputedRef<ColorScheme> {
  const isDark = usePreferredDark()
  return computed(() => {
    const chosen = mode()
    if (chosen !== 'system') return chosen
    return isDark.value ? 'dark' : 'light'
  })
}

import { useTitle } from '@vueuse/core'
import { inject, type InjectionKey } from 'vue'

/** The name of the status page, for titles. */
export const pageTitleKey: InjectionKey<string> = Symbol('pageTitle')

/**
 * Keeps the tab's title: what this page says now, then whose page it is. null = nothing, until the part of the page that has a
 * title of its own is there.
 */
export function useDocumentTitle(text: () => string | null): void {
  const page = inject(pageTitleKey, '')
  useTitle(text, { titleTemplate: own => [own, page].filter(part => part).join(' – '), restoreOnUnmount: false })
}

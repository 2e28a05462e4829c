import { computed, inject, watchEffect, type InjectionKey } from 'vue'

/** The name of the status page, for titles. */
export const pageTitleKey: InjectionKey<string> = Symbol('pageTitle')

/** Keeps the tab's title: what this page says now, then whose page it is. */
export function useDocumentTitle(text: () => string): void {
  const page = inject(pageTitleKey, '')
  // A title that stays the same is left alone.
  const title = computed(() => [text(), page].filter(part => part).join(' – '))
  watchEffect(() => {
    document.title = title.value
  })
}

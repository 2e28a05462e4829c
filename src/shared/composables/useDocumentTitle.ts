import { computed, inject, watchEffect, type InjectionKey } from 'vue'

/** The name of the status page, for titles. */
export const pageTitleKey: InjectionKey<string> = Symbol('pageTitle')

/** Keeps the tab's title: what this page says now, then whose page it is. null = a part of the page has a title of its own. */
export function useDocumentTitle(text: () => string | null): void {
  const page = inject(pageTitleKey, '')
  // A title that stays the same is left alone.
  const title = computed(() => {
    const own = text()
    return own === null ? null : [own, page].filter(part => part).join(' – ')
  })
  watchEffect(() => {
    if (title.value !== null) document.title = title.value
  })
}

import { computed, type WritableComputedRef } from 'vue'
import { useQueryText } from '@/composables/queryState'

const TABS = ['overview', 'history', 'embed'] as const
export type Tab = (typeof TABS)[number]

/** Which part of the page is shown, out of its address: the first one where nothing, or something unknown, is named there. */
export function useTabs(): { readonly tabs: readonly Tab[]; readonly tab: WritableComputedRef<Tab> } {
  const named = useQueryText('tab')
  const tab = computed<Tab>({
    get: () => TABS.find(one => one === named.value) ?? 'overview',
    set: chosen => (named.value = chosen === 'overview' ? '' : chosen),
  })
  return { tabs: TABS, tab }
}

import { watch } from 'vue'
import { equalValues } from '@/domain/severity'
import { useClock } from '@/stores/clock'
import { useProvider } from '@/stores/provider'
import { useStatusStore } from '@/stores/statusStore'

/** Tells the operator, in the console, what the server's data make doubtful. Visitors cannot mend it. */
export function useOperatorWarnings(): void {
  const store = useStatusStore(useProvider(), useClock())
  watch(
    () => equalValues(store.severities).join(', '),
    values => {
      // eslint-disable-next-line no-console -- for the operator, who alone can mend it
      if (values) console.warn(`Several severities have the same value (${values}): only the first of them by name is ever used.`)
    },
    { immediate: true },
  )
}

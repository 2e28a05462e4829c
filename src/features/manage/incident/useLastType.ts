import { ref, watch, type Ref } from 'vue'
import { useProvider } from '@/stores/provider'

/** The impact type that this operator used last: mostly the one that is needed next. */
export function useLastType(): Ref<string | null> {
  const { config } = useProvider()
  const key = `scs-status impact type ${new URL(document.baseURI).pathname} ${config.apiUrl}`
  const last = ref(load(key))
  watch(last, id => {
    try {
      if (id !== null) localStorage.setItem(key, id)
    } catch {
      // Kept nowhere: the first type is the default then.
    }
  })
  return last
}

function load(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

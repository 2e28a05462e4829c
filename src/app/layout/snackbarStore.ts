import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Snackbar } from '@/composables/useNotify'

/** What is to be said in passing, until the queue of the page takes it. */
export const useSnackbars = defineStore('snackbars', () => {
  const waiting = shallowRef<readonly Snackbar[]>([])
  return {
    waiting,
    notify: (snackbar: Snackbar) => void (waiting.value = [...waiting.value, snackbar]),
    /** All that waits, which then waits no longer. */
    take() {
      const taken = waiting.value
      waiting.value = []
      return taken
    },
  }
})

import { shallowRef } from 'vue'
import type { ApiError } from '@/domain/apiError'

/** Something that is read again before it is written (domain.md, Writing): whether that is under way, and why it failed. */
export function useReading() {
  const reading = shallowRef(false)
  const error = shallowRef<ApiError | null>(null)

  /** @returns what was read; undefined where that failed, or another read is still under way: then nothing may be written */
  async function read<T>(ask: () => Promise<T>): Promise<T | undefined> {
    if (reading.value) return undefined
    reading.value = true
    error.value = null
    try {
      return await ask()
    } catch (thrown) {
      error.value = thrown as ApiError
      return undefined
    } finally {
      reading.value = false
    }
  }
  return { reading, error, read }
}

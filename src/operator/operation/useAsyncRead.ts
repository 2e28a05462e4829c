import { shallowRef } from 'vue'
import { ApiError } from '@/domain/apiError'
import { useProvider } from '@/stores/provider'
import { useOutcomeStore } from './outcomeStore'

/**
 * Something that is read again before it is written (docs/domain.md, "Read again before writing"): whether that is under way, and why
 * it failed.
 */
export function useAsyncRead() {
  const outcome = useOutcomeStore(useProvider())
  const reading = shallowRef(false)
  const error = shallowRef<ApiError | null>(null)

  /**
   * @param known what is known of it without that read: where the server cannot be asked, the write goes out from there, and
   * its outcome says so
   * @returns what was read, or what is known; undefined where that failed, or another read is still under way: then nothing
   * may be written
   */
  async function read<T>(ask: () => Promise<T>, known: () => T): Promise<T | undefined> {
    if (reading.value) return undefined
    reading.value = true
    error.value = null
    outcome.setBlind(false)
    try {
      return await ask()
    } catch (thrown) {
      if (isBlindAllowed(thrown)) {
        outcome.setBlind(true)
        return known()
      }
      error.value = thrown as ApiError
      return undefined
    } finally {
      reading.value = false
    }
  }
  return { reading, error, read }
}

/**
 * Whether a write may go out although this read before it failed: the server could not be asked, which says nothing about what is
 * there. That something is gone, or asks for a login, is an answer.
 */
export function isBlindAllowed(thrown: unknown): boolean {
  return thrown instanceof ApiError && ['network', 'timeout', 'server', 'malformed', 'tooManyRequests'].includes(thrown.kind)
}

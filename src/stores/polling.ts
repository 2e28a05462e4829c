import { onScopeDispose, watch, type WatchSource } from 'vue'
import { startPolling, type PollingOptions } from '@/api/polling'

/**
 * Polls (api, startPolling) until the scope ends.
 * @param wanted what is asked for: when it changes, polling begins anew, at once and without the back-off of what was asked before
 */
export function usePolling(options: PollingOptions, wanted?: WatchSource): void {
  let end = startPolling(options)
  if (wanted)
    watch(wanted, () => {
      end()
      end = startPolling(options)
    })
  onScopeDispose(() => end())
}

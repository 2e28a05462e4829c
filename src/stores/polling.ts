import { onScopeDispose } from 'vue'
import { startPolling, type PollingOptions } from '@/api/polling'

/** Polls (api, startPolling) until the scope ends. */
export function usePolling(options: PollingOptions): void {
  onScopeDispose(startPolling(options))
}

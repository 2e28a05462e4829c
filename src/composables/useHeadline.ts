import type { Verdict } from '@/domain/status/verdict'
import { headlineOf } from '@/statusView/model/verdictWords'
import { useText } from './useText'

/** The verdict in a few words, for the banner and the tab. */
export function useHeadline() {
  const speech = useText()
  return (verdict: Verdict): string => headlineOf(speech, verdict)
}

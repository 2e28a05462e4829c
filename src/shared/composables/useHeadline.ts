import type { Verdict } from '@/domain/verdict'
import { useText } from './useText'

/** The verdict in a few words, for the banner and the tab. */
export function useHeadline() {
  const { t, tn } = useText()
  return (verdict: Verdict): string =>
    verdict.kind === 'affected' ? tn('banner.affected', verdict.counts.affected) : t(`banner.${verdict.kind}`)
}

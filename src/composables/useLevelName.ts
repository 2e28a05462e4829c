import type { Level } from '@/domain/severity/severity'
import { levelName } from '@/statusView/model/levelName'
import { useText } from './useText'

/** The word for a state: the server's own where it has one, else the page's. */
export function useLevelName() {
  const speech = useText()
  return (level: Level | null): string => levelName(speech, level)
}

import { isVisible } from '@/domain/characters'
import type { Level } from '@/domain/severity/severity'
import type { Translator } from '@/i18n/translator'

const nameOf = ({ dataNames }: Translator, { name }: Level) =>
  name !== null && isVisible(name) ? dataNames.severity(name) : null

/** The word for a state: the server's own where it has one (as the configuration calls it), else the page's; null = there is no data. */
export function levelName(speech: Translator, level: Level | null): string {
  const { t } = speech
  if (!level) return t('level.noData')
  if (level.lastKnown) return t('level.lastKnown', { level: levelName(speech, level.lastKnown.level) })
  switch (level.kind) {
    case 'operational':
      return t('level.operational')
    case 'maintenance':
      return nameOf(speech, level) ?? t('level.maintenance')
    case 'unknown':
      return t('level.unknown')
    case 'notice':
    case 'band':
      return nameOf(speech, level) ?? t('incident.value', { value: level.range?.to ?? '' })
  }
}

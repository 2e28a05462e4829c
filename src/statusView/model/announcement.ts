import { mdiAlertOutline, mdiBullhornOutline } from '@mdi/js'
import { checksum } from '@/config/checksum'
import type { Config } from '@/config/schema'
import { isAnnounced } from '@/domain/announcement'
import { localizedText } from '@/i18n/dataTranslations'
import type { Translator } from '@/i18n/translator'

/** What the provider announces beside the status. It is no state and has no colour of one. */
export interface AnnouncementModel {
  readonly label: string
  /** SVG path, 24 x 24. */
  readonly icon: string
  /** As its author wrote it. */
  readonly text: string
}

/** What a browser keeps of an announcement that was dismissed: another text is another announcement. */
export const announcementKey = ({ text }: NonNullable<Config['announcement']>) => checksum(JSON.stringify(text))

/**
 * @param dismissed what this browser keeps
 * @param now epoch milliseconds
 * @returns null = there is nothing to announce
 */
export function announcementModel(
  { t }: Translator,
  announcement: Config['announcement'],
  language: string,
  dismissed: string | null,
  now: number,
): AnnouncementModel | null {
  if (!announcement || dismissed === announcementKey(announcement) || !isAnnounced(announcement, now)) return null
  const { level, text } = announcement
  return {
    label: t(`announcement.${level}`),
    icon: level === 'warning' ? mdiAlertOutline : mdiBullhornOutline,
    text: localizedText(text, language),
  }
}

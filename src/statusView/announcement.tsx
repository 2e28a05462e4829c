import { h } from '#h'
import type { AnnouncementModel } from '@/statusView/model/announcement'

/** @param text as it is drawn here: first paint knows no Markdown */
export const drawAnnouncement = ({ icon }: AnnouncementModel, text: JSX.Node) => (
  <div class="st-announcement-text">
    <svg viewBox="0 0 24 24" width={24} height={24} aria-hidden="true">
      <path d={icon} />
    </svg>
    {text}
  </div>
)

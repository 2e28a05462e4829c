import { h } from '#h'
import type { Publication } from '@/cli/publish/publication'
import type { SiteConfig } from '@/config/siteConfig'
import { expectedEnd, hasMaintenance } from '@/domain/incident/moment'
import { drawAnnouncement } from '@/statusView/announcement'
import { drawBanner } from '@/statusView/banner'
import { announcementModel } from '@/statusView/model/announcement'
import { bannerModel, type BannerModel } from '@/statusView/model/banner'
import { readInPart } from '@/stores/queryState'
import { drawAsOf, drawStale } from './asOf'
import { drawComponents } from './components'
import { drawFrame } from './frame'
import { drawCurrent, drawOwnText, drawUpcoming } from './incidents'
import { drawRecent } from './past'
import type { PublishedViewer } from './viewer'

/** The verdict as the page words it (StatusContent.vue). */
export function publishedBanner(viewer: PublishedViewer, { open }: Publication): BannerModel {
  const { summary, listedStates, failures, confirmedAt, moment, scale } = open.store
  return bannerModel(viewer, {
    verdict: summary,
    states: listedStates,
    names: viewer.names,
    readInPart: readInPart(failures),
    confirmedAt,
    nextMaintenance: moment.upcoming.find(hasMaintenance) ?? null,
    until: expectedEnd(moment.ongoing, scale),
  })
}

/** The status as a whole, in the order of the page (StatusContent.vue). */
export function drawStatus(viewer: PublishedViewer, publication: Publication, site: SiteConfig): JSX.Node {
  const { open } = publication
  const banner = publishedBanner(viewer, publication)
  // It says in large letters when it was read.
  const content = [
    <div>{drawBanner({ ...banner, confirmedAt: null }, drawAsOf(viewer, './'))}</div>,
    drawStale(viewer),
    drawAnnounced(viewer),
    drawCurrent(viewer, open),
    <div class="st-columns">
      {drawComponents(viewer, open)}
      <div>
        {drawUpcoming(viewer, open)}
        {drawRecent(viewer, open)}
      </div>
    </div>,
  ]
  return drawFrame(viewer, site, { icon: banner.icon, isStatus: true, content })
}

function drawAnnounced({ speech, config, language, now }: PublishedViewer): JSX.Node {
  const announced = announcementModel(speech, config.announcement, language, null, now)
  return (
    announced && (
      <div class="st-announcement" role="note" aria-label={announced.label}>
        {drawAnnouncement(announced, drawOwnText(announced.text))}
      </div>
    )
  )
}

import { h } from '#h'
import { prefetchResponse } from '@/api/prefetchedResponses'
import { checksum } from '@/config/checksum'
import type { ParsedSite } from '@/config/schema'
import { expectedEnd, hasMaintenance } from '@/domain/incident/moment'
import { announcementModel } from '@/statusView/model/announcement'
import { linkCustomStyles } from '@/theme/customStyles'
import { headlineOf } from '@/statusView/model/verdictWords'
import { drawAnnouncement } from '@/statusView/announcement'
import { drawBanner } from '@/statusView/banner'
import { drawFollowed } from '@/statusView/followed'
import { drawHeader } from '@/statusView/header'
import { followedModel } from '@/statusView/model/followed'
import { bannerModel, loadingBanner, unconfirmedBanner, type BannerModel } from '@/statusView/model/banner'
import { textModel } from '@/statusView/model/text'
import { drawText } from '@/statusView/text'
import { drawComponents } from './components'
import { expireWithoutPage, isAwaited } from './expiry'
import { drawIncidents } from './incidents'
import { readScene } from './reads'
import { componentHref } from './scene'
import { firstSettings } from './settings'
import { chooseLanguage, readStored, showColors, viewerOf } from './viewer'

/**
 * The status before the page: asks the API while the page is still to be loaded, and paints the essence in its layout. Whatever is
 * unusual, or fails, is left to the page, which takes the answers and the place.
 */
async function paint(place: HTMLElement, base: URL, ask: (url: string) => Promise<Response>): Promise<void> {
  await globalThis.scsFirstAsked
  // One that nobody has checked might make links run scripts, or show a state by rules that the page refuses.
  const inline = document.getElementById('scs-config')
  const isChecked = inline?.dataset['checked'] === checksum(inline?.textContent ?? '')
  const settings = isChecked && firstSettings(JSON.parse(inline.textContent) as ParsedSite)
  if (!settings) return
  const now = Date.now()
  const reading = readScene(settings, ask, now)
  reading.catch(() => undefined)
  showColors(settings)
  linkCustomStyles(settings.theme.css)
  const chosen = await chooseLanguage(settings)
  if (!isAwaited(place)) return
  const viewer = viewerOf(settings, base.pathname, now, chosen)
  const content = document.createElement('div')
  const line = document.createElement('div')
  const announced = announcementModel(
    viewer.speech,
    settings.announcement,
    chosen.language,
    readStored('announcement', settings.apiUrl),
    now,
  )
  const announcement = announced
    ? [
        <div class="st-announcement" role="note" aria-label={announced.label}>
          {drawAnnouncement(announced, drawText(textModel(announced.text)))}
        </div>,
      ]
    : []
  /** The verdict in its place, and its colour under the header. */
  const tell = (banner: BannerModel, more?: JSX.Element) => {
    content.replaceChildren(drawBanner(banner, more), ...announcement)
    line.className = `frame-verdict ${banner.icon.tone}`
    for (const [name, value] of Object.entries(banner.icon.style ?? {})) line.style.setProperty(name, value)
  }
  let readAt: number | null = null
  expireWithoutPage(place, instant => {
    const later = viewerOf(settings, base.pathname, instant, chosen)
    const banner = unconfirmedBanner(later, readAt)
    const reload = (
      <p>
        <a href="">{later.speech.t('banner.reload')}</a>
      </p>
    )
    tell(banner, reload)
    delete place.dataset['painted']
    document.title = [banner.title, settings.title].join(' – ')
  })
  tell(loadingBanner(viewer))
  place.append(
    drawHeader(viewer),
    <div class="frame-phone" />,
    <main class="frame-main">
      {line}
      <div class="column frame-content">{content}</div>
    </main>,
  )
  const found = await reading
  if (!found) return
  if (!isAwaited(place)) return
  readAt = found.scene.readAt
  const nextMaintenance = found.scene.moment.upcoming.find(hasMaintenance) ?? null
  const { moment, scale, verdict } = found.scene
  tell(bannerModel(viewer, { ...found.scene, confirmedAt: readAt, nextMaintenance, until: expectedEnd(moment.ongoing, scale) }))
  place.dataset.painted = ''
  if (!viewer.followed.size) document.title = [headlineOf(viewer.speech, verdict), settings.title].join(' – ')
  const scene = await found.details
  if (!isAwaited(place)) return
  content.append(...drawIncidents(viewer, scene))
  const followed = followedModel(viewer, viewer.followed, scene.listed, scene.states, one => componentHref(viewer, one))
  if (followed) content.append(drawFollowed(followed))
  if (scene.listed.length) content.append(<div class="st-columns">{drawComponents(viewer, scene, content.clientWidth)}</div>)
}

/** Gives the browser the time to show it. Not by a frame, which a tab in the background does not get. */
const turn = () =>
  new Promise<void>(done => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done()
    port2.postMessage(null)
  })

const place = document.getElementById('first')
const first = globalThis.scsPrefetchedResponses
if (place && first) {
  const painted = paint(place, new URL(document.baseURI), url => prefetchResponse(first, url)).catch(() => undefined)
  globalThis.scsFirstPaint = painted.then(turn).then(turn)
}

declare global {
  /** Settles when first paint has done what it can. */
  var scsFirstPaint: Promise<unknown> | undefined
}

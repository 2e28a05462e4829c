import { askFirst } from '@/api/firstAnswers'
import { checksum } from '@/config/checksum'
import type { ParsedSite } from '@/config/schema'
import { SHAPES } from '@/look/levelLook'
import { headlineOf } from '@/look/verdictWords'
import { drawBanner, drawLoading, drawUnconfirmed } from './banner'
import { drawComponents } from './components'
import { drawer, drawIcon } from './element'
import { expireWithoutPage, isAwaited } from './expiry'
import { drawHeader } from './header'
import { drawIncidents } from './incidents'
import { readScene } from './reads'
import { firstSettings } from './settings'
import { chooseLanguage, showColors, viewerOf } from './viewer'

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
  const chosen = await chooseLanguage(settings)
  if (!isAwaited(place)) return
  const viewer = viewerOf(settings, base.pathname, now, chosen)
  const h = drawer('PageLayout')
  const icon = drawIcon(['LevelIcon', 'StatusBanner'], SHAPES.unknown, 40, { class: 'shape is-unknown icon' })
  const content = document.createElement('div')
  let readAt: number | null = null
  expireWithoutPage(place, instant => {
    const later = viewerOf(settings, base.pathname, instant, chosen)
    content.replaceChildren(drawUnconfirmed(later, icon, readAt))
    delete place.dataset['painted']
    document.title = [later.speech.t('banner.notLoaded'), settings.title].join(' – ')
  })
  content.append(drawLoading(viewer, icon))
  const main = h('main', { class: 'column' }, content)
  place.append(h('div', { class: 'page' }, drawHeader(viewer), main))
  const found = await reading
  if (!found) return
  const { verdict } = found.scene
  if (!isAwaited(place)) return
  readAt = found.scene.readAt
  content.replaceChildren(drawBanner(viewer, found.scene))
  place.dataset.painted = ''
  if (!viewer.followed.size) document.title = [headlineOf(viewer.speech, verdict), settings.title].join(' – ')
  const scene = await found.details
  if (!isAwaited(place)) return
  content.append(...drawIncidents(viewer, scene))
  if (scene.listed.length) content.append(drawComponents(viewer, scene, content.clientWidth))
}

/** Gives the browser the time to show it. Not by a frame, which a tab in the background does not get. */
const turn = () =>
  new Promise<void>(done => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done()
    port2.postMessage(null)
  })

/** The page does again what visitors did (app/takeOver), since nothing here answers yet. */
function touch({ target }: Event): void {
  const control = (target as Element).closest<HTMLElement>('button, input, select, summary')
  if (!control) return
  control.dataset['touched'] = ''
  if (control.localName === 'button') control.ariaPressed = String(control.ariaPressed !== 'true')
}

const place = document.getElementById('first')
const first = globalThis.scsFirstAnswers
if (place && first) {
  for (const event of ['click', 'input']) place.addEventListener(event, touch)
  const painted = paint(place, new URL(document.baseURI), url => askFirst(first, url)).catch(() => undefined)
  globalThis.scsFirstPaint = painted.then(turn).then(turn)
}

declare global {
  /** Settles when first paint has done what it can. */
  var scsFirstPaint: Promise<unknown> | undefined
}

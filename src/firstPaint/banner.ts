import { hasMaintenance } from '@/domain/moment'
import { headlineOf, verdictWords } from '@/look/verdictWords'
import { drawLevelIcon } from '@/statusView/level'
import { levelIconModel } from '@/statusView/model/level'
import { timeModel } from '@/statusView/model/time'
import { drawTime } from '@/statusView/time'
import { drawer } from './element'
import type { Scene, Viewer } from './scene'

/** The verdict, as StatusBanner.vue draws it. */
export function drawBanner(viewer: Viewer, scene: Scene): HTMLElement {
  const h = drawer('StatusBanner')
  const { speech, format, now } = viewer
  const { verdict, states, names, readAt } = scene
  const words = verdictWords(speech, format, {
    verdict,
    states,
    names,
    asOf: readAt,
    now,
    nextMaintenance: scene.moment.upcoming.find(hasMaintenance) ?? null,
  })
  const icon = levelIconModel(viewer.colors, verdict.level)
  const quiet = verdict.kind === 'operational' ? 'quiet' : ''
  const banner = h(
    'section',
    { class: `banner ${icon.tone} ${quiet}`.trim(), 'aria-labelledby': 'headline', 'aria-busy': 'false' },
    h('h1', { id: 'headline' }, drawLevelIcon(icon, 40, 'icon'), h('span', {}, headlineOf(speech, verdict))),
    h(
      'div',
      { class: 'text' },
      h('p', {}, `${words.explanation} ${words.since}`),
      h(
        'p',
        { class: 'muted small facts' },
        words.counts !== '' && h('span', {}, words.counts),
        words.upcoming !== '' && h('span', {}, words.upcoming),
        h('span', {}, `${speech.t('app.asOf')} `, drawTime(timeModel(viewer, readAt, { short: true }))),
      ),
    ),
  )
  for (const [name, color] of Object.entries(icon.style ?? {})) banner.style.setProperty(name, color)
  return banner
}

/** The same while nothing is known. */
export function drawLoading({ speech: { t } }: Viewer, icon: Element): HTMLElement {
  const h = drawer('StatusBanner')
  return h(
    'section',
    { class: 'banner is-unknown', 'aria-labelledby': 'headline', 'aria-busy': 'true' },
    h('h1', { id: 'headline' }, icon, h('span', {}, t('banner.loading'))),
    h('p', { class: 'text muted', 'aria-hidden': 'true' }, '\u00a0'),
  )
}

/** What stands in its place when the page does not come: that nothing is known of now, and how old the last answer is. */
export function drawUnconfirmed(viewer: Viewer, icon: Element, readAt: number | null): HTMLElement {
  const h = drawer('StatusBanner')
  const { speech, format } = viewer
  const text =
    readAt === null
      ? speech.t('banner.notLoadedText')
      : speech.t('banner.notLoadedSince', { ago: format.relative(readAt), time: format.shortTime(readAt) })
  return h(
    'section',
    { class: 'banner is-unknown', 'aria-labelledby': 'headline', 'aria-busy': 'false', role: 'alert' },
    h('h1', { id: 'headline' }, icon, h('span', {}, speech.t('banner.notLoaded'))),
    h('div', { class: 'text' }, h('p', {}, text), h('p', {}, h('a', { href: '' }, speech.t('banner.reload')))),
  )
}

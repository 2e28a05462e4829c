import { mdiMagnify, mdiTuneVariant } from '@mdi/js'
import { drawer, drawIcon } from './element'
import type { Viewer } from './scene'

/** The head of the page, as PageLayout.vue draws it. What works only with the page is no button yet. */
export function drawHeader({ settings: { title, logo, links, auth }, speech: { t }, base, followed }: Viewer): HTMLElement {
  const h = drawer('PageLayout')
  const image = (kind: string, src: string) => h('img', { class: kind, src, alt: '', height: '32' })
  const named = [
    [t('app.horizon'), links.horizon],
    [t('app.subscribe'), links.subscribe],
    [t('app.feed'), links.feed],
    [t('app.support'), links.support],
    [t('app.following'), followed.size ? `${base}following` : null],
    [t('account.manage'), auth.mode === 'none' ? `${base}manage` : null],
    [t('account.login'), auth.mode === 'none' || auth.mode === 'off' ? null : `${base}login`],
  ] as const
  const shown = named.flatMap(([text, href]) => (href === null ? [] : [h('a', { class: 'small', href }, text)]))
  const later = (path: string, text: string) =>
    h('span', { class: 'button button-plain no-print' }, drawIcon([], path, 18, { fill: 'currentColor' }), ` ${text}`)
  return h(
    'header',
    { class: 'column' },
    h(
      'div',
      { class: 'bar' },
      h(
        'a',
        { class: 'brand', href: base },
        logo && image('on-light', logo.light),
        logo && image('on-dark', logo.dark),
        h('span', {}, title),
      ),
      shown.length > 0 && h('nav', { class: 'no-print', 'aria-label': t('app.navigation') }, ...shown),
      later(mdiMagnify, t('app.search')),
      later(mdiTuneVariant, t('settings.title')),
    ),
  )
}

import { h } from '#h'
import type { ViewContext } from './model/viewContext'

interface HeaderFacts extends Pick<ViewContext, 'speech'> {
  readonly settings: {
    readonly title: string
    readonly logo: { readonly light: string; readonly dark: string } | null
  }
  /** The folder of the page, for links. */
  readonly base: string
}

/**
 * The line at the top of the page, as AppHeader.vue has it. What works only with the page is not there yet.
 * @param current null = this is not the page of the status itself
 */
export function drawHeader({ settings: { title, logo }, speech: { t }, base }: HeaderFacts, current: 'page' | null = 'page') {
  const image = (kind: string, src: string) => <img class={kind} src={src} alt="" height="28" />
  return (
    <header class="frame-head">
      <div class="column frame-line">
        <a class="brand" href={base}>
          {logo && [image('on-light', logo.light), image('on-dark', logo.dark)]}
          <span>{title}</span>
        </a>
        <nav class="frame-pages no-print" aria-label={t('app.navigation')}>
          <a href={base} aria-current={current}>
            {t('app.status')}
          </a>
          <a href={`${base}history`}>{t('app.history')}</a>
          <a href={`${base}following`}>{t('app.following')}</a>
        </nav>
        <div class="frame-tools" />
      </div>
    </header>
  )
}

import { h } from '#h'
import { pageLinks } from '@/build/configure/documentHead'
import type { SiteConfig } from '@/config/siteConfig'
import type { BannerModel } from '@/statusView/model/banner'
import type { PublishedViewer } from './viewer'

interface FrameParts {
  /** Whose colour stands under the header. */
  readonly icon: Pick<BannerModel['icon'], 'tone' | 'style'>
  /** Whether this is the page of the status itself. */
  readonly isStatus: boolean
  readonly content: JSX.Node
}

/** The frame of every page, as first paint draws it (entries/firstPaint/header). */
export const drawFrame = (viewer: PublishedViewer, site: SiteConfig, { icon, isStatus, content }: FrameParts): JSX.Node => [
  drawHeader(viewer, site, isStatus),
  <main class="frame-main">
    <div class={`frame-verdict ${icon.tone}`} style={icon.style} />
    <div class="column frame-content">{content}</div>
  </main>,
  drawFooter(viewer, site),
]

/** Pages that are made by scripts alone are hidden where there are none (styles). */
function drawHeader({ speech: { t } }: PublishedViewer, { title, logo }: SiteConfig, isStatus: boolean) {
  const image = (kind: string, src: string) => <img class={kind} src={src} alt="" height="28" />
  const [light, dark] = typeof logo === 'string' ? [logo, logo] : [logo?.light, logo?.dark]
  return (
    <header class="frame-head">
      <div class="column frame-line">
        <a class="brand" href="./">
          {light && dark && [image('on-light', light), image('on-dark', dark)]}
          <span>{title}</span>
        </a>
        <nav class="frame-pages no-print" aria-label={t('app.navigation')}>
          <a href="./" aria-current={isStatus ? 'page' : undefined}>
            {t('app.status')}
          </a>
          <a class="pub-scripted" href="history">
            {t('app.history')}
          </a>
          <a class="pub-scripted" href="following">
            {t('app.following')}
          </a>
        </nav>
        <div class="frame-tools" />
      </div>
    </header>
  )
}

/** Times of which zone, and where else there is something to read. */
function drawFooter({ zone, language, speech: { t } }: PublishedViewer, site: SiteConfig) {
  const all = pageLinks(site, language)
  return (
    <footer class="pub-foot">
      <div class="column small muted">
        <p>{t('app.zoneNote', { zone })}</p>
        {all.length > 0 && (
          <ul class="pub-links">
            {all.map(([text, href]) => (
              <li>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  )
}

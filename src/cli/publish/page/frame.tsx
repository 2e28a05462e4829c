import { h } from '#h'
import { pageLinks } from '@/build/configure/documentHead'
import type { SiteConfig } from '@/config/siteConfig'
import { drawHeader } from '@/statusView/header'
import type { BannerModel } from '@/statusView/model/banner'
import type { PublishedViewer } from './viewer'

interface FrameParts {
  /** Whose colour stands under the header. */
  readonly icon: Pick<BannerModel['icon'], 'tone' | 'style'>
  /** Whether this is the page of the status itself. */
  readonly isStatus: boolean
  readonly content: JSX.Node
}

/** The frame of every page. In its header, pages that are made by scripts alone are hidden where there are none (styles). */
export const drawFrame = (viewer: PublishedViewer, site: SiteConfig, { icon, isStatus, content }: FrameParts): JSX.Node => [
  drawHeader(
    { speech: viewer.speech, settings: { title: site.title, logo: logoOf(site) }, base: './' },
    isStatus ? 'page' : null,
  ),
  <main class="frame-main">
    <div class={`frame-verdict ${icon.tone}`} style={icon.style} />
    <div class="column frame-content">{content}</div>
  </main>,
  drawFooter(viewer, site),
]

const logoOf = ({ logo }: SiteConfig) => (typeof logo === 'string' ? { light: logo, dark: logo } : logo)

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

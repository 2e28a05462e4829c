import { h } from '#h'
import { drawBanner } from '@/statusView/banner'
import { unconfirmedBanner, type BannerModel } from '@/statusView/model/banner'
import { drawNotice } from './section'
import type { PublishedViewer } from './viewer'

/** The instant of a published page in words, with its date and zone; null = nothing was ever read. */
export const timeOf = ({ format, readAt }: PublishedViewer): string | null => (readAt === null ? null : format.dateTime(readAt))

/**
 * Of when the status is, where nobody misses it, and what does not happen without scripts.
 * @param self the page itself, from the folder of the site
 */
export function drawAsOf(viewer: PublishedViewer, self: string): JSX.Element {
  const { speech, format, readAt } = viewer
  const { t } = speech
  const read = readAt !== null && (
    <time datetime={format.machine(readAt)}>{t('published.of', { time: format.dateTime(readAt) })}</time>
  )
  return (
    <div class="pub-as-of">
      <p>
        <strong>{read || t('app.neverRead')}</strong>
      </p>
      <noscript>
        <p class="small">
          {`${t('published.stays')} `}
          <a href={self}>{t('published.reload')}</a>
        </p>
      </noscript>
    </div>
  )
}

/** What is said in place of the verdict when it is too old, or the reader's clock contradicts it. */
export function staleBanner(viewer: PublishedViewer): BannerModel {
  const { t } = viewer.speech
  const time = timeOf(viewer)
  return {
    ...unconfirmedBanner(viewer, viewer.readAt),
    title: time === null ? t('banner.partial') : t('published.stale', { time }),
    paragraphs: [t('published.staleText')],
  }
}

/** Drawn already, for the script that tells staleness: it takes the place of what stands before it. */
export const drawStale = (viewer: PublishedViewer) => (
  <template>
    <div>{drawBanner(staleBanner(viewer))}</div>
  </template>
)

/** The same on a page that has a title of its own. */
export function drawStaleNotice(viewer: PublishedViewer): JSX.Element {
  const { title, paragraphs } = staleBanner(viewer)
  return <template>{drawNotice([title, ...paragraphs].map(sentence).join(' '), 'alert')}</template>
}

/** A statement with its full stop. */
export const sentence = (text: string): string => (/[.:;?!…]$/.test(text) ? text : `${text}.`)

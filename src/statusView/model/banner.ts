import { SHAPES } from '@/theme/levelAppearance'
import { bannerLines, verdictWords, type VerdictFacts } from './verdictWords'
import { levelIconModel, type LevelIconModel } from './level'
import { timeModel, type TimeModel } from './time'
import type { ViewContext } from './viewContext'
import { MINUTE_MS } from '@/domain/time/units'

/** The verdict in words. */
export interface BannerModel {
  readonly kind: 'loading' | 'told' | 'unconfirmed'
  readonly title: string
  /** The title in parts, each in a line of its own. */
  readonly lines: readonly string[]
  readonly icon: LevelIconModel
  /** Nothing is wrong: it makes no fuss. */
  readonly isQuiet: boolean
  readonly paragraphs: readonly string[]
  readonly facts: readonly string[]
  /** When it was read. */
  readonly confirmedAt: { readonly label: string; readonly time: TimeModel } | null
}

const nothing = {
  lines: [],
  icon: { icon: SHAPES.unknown, tone: 'is-unknown', style: undefined },
  isQuiet: false,
  paragraphs: [],
  facts: [],
  confirmedAt: null,
} satisfies Partial<BannerModel>

export function bannerModel(context: ViewContext, facts: Omit<VerdictFacts, 'now'>): BannerModel {
  const { speech, format, colors, now } = context
  const { verdict, confirmedAt, nothingKnown } = facts
  const lines = bannerLines(speech, facts)
  const words = verdictWords(speech, format, { ...facts, now })
  const isNeverRead = confirmedAt === null && nothingKnown === undefined
  return {
    kind: 'told',
    title: lines.join('; '),
    lines,
    icon: levelIconModel(colors, verdict.level),
    isQuiet: verdict.kind === 'operational',
    paragraphs: [
      [words.explanation, words.since, words.until],
      [words.missing, words.lastKnown],
    ]
      .map(joined)
      .filter(Boolean),
    facts: [words.counts, words.upcoming, isNeverRead ? speech.t('app.neverRead') : ''].filter(Boolean),
    // A poll within the same minute writes nothing.
    confirmedAt:
      confirmedAt === null
        ? null
        : { label: speech.t('app.asOf'), time: timeModel(context, minuteOf(confirmedAt), { short: true }) },
  }
}

const joined = (sentences: readonly string[]) => sentences.filter(Boolean).join(' ')
const minuteOf = (instant: number) => Math.floor(instant / MINUTE_MS) * MINUTE_MS

/** While nothing is known. */
export const loadingBanner = ({ speech }: Pick<ViewContext, 'speech'>): BannerModel => ({
  ...nothing,
  kind: 'loading',
  title: speech.t('banner.loading'),
})

/**
 * What stands in its place when the page does not come: that nothing is known of now, and how old the last answer is.
 * @param readAt epoch milliseconds
 */
export const unconfirmedBanner = ({ speech, format }: ViewContext, readAt: number | null): BannerModel => ({
  ...nothing,
  kind: 'unconfirmed',
  title: speech.t('banner.notLoaded'),
  paragraphs: [
    readAt === null
      ? speech.t('banner.notLoadedText')
      : speech.t('banner.notLoadedSince', { ago: format.relative(readAt), time: format.shortTime(readAt) }),
  ],
})

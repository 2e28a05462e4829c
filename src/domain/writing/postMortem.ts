import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import { timeline } from '@/domain/incident/timeline'
import { escapeMarkdown } from './template'

/** The words and times of a post-mortem, in the language that is written. */
export interface PostMortemWords {
  readonly whatHappened: string
  readonly impact: string
  /** Names the affected components; empty where none is named. */
  readonly affected: string
  readonly timeline: string
  readonly began: string
  readonly ended: string
  readonly rootCause: string
  readonly whatWeChange: string
  readonly time: (instant: number) => string
  /** What an update without a title is called. */
  readonly untitledUpdate: string
}

/**
 * What is written down once all is over (ours), as Markdown: headings to fill in, and a timeline of what was said. Titles are data
 * and stay plain text.
 */
export function postMortemText(
  { beganAt, endedAt }: Pick<Incident, 'beganAt' | 'endedAt'>,
  updates: readonly IncidentUpdate[],
  words: PostMortemWords,
): string {
  const said = timeline(updates).map(({ update }) => ({
    at: update.createdAt,
    text: escapeMarkdown(update.title.trim() || words.untitledUpdate),
  }))
  const events = [
    ...(beganAt === null ? [] : [{ at: beganAt, text: words.began }]),
    ...said,
    ...(endedAt === null ? [] : [{ at: endedAt, text: words.ended }]),
  ]
  // What has no time keeps its place; the others are in the order in which they happened.
  const inOrder = events.every(({ at }) => at !== null) ? events.toSorted((a, b) => a.at! - b.at!) : events
  const lines = inOrder.map(({ at, text }) => (at === null ? `- ${text}` : `- ${words.time(at)}: ${text}`))
  const sections = [
    [words.whatHappened, ''],
    [words.impact, words.affected],
    [words.timeline, lines.join('\n')],
    [words.rootCause, ''],
    [words.whatWeChange, ''],
  ]
  return sections.map(([heading, text]) => [`## ${heading}`, text].filter(Boolean).join('\n\n')).join('\n\n')
}

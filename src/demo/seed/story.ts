import type { DemoData, StoredIncident, WireImpact } from '@/demo/data'
import { componentId, impactTypeId, phase, type ComponentKey, type ImpactKey } from './catalog'
import { uuidOf } from '@/demo/uuid'
import { DAY_MS, MINUTE_MS } from '@/domain/time/units'

/** What happened, told without a date. */
export interface Story {
  /** Fixes the incident's id, so that links outlive a reseed. */
  key: string
  title: string
  description: string
  impacts: [component: ComponentKey, type: ImpactKey, severity: number][]
  /** In order; minutes count from the begin, and are negative for an announcement. */
  updates: [minutes: number, title: string, description: string][]
}

/** A story that has ended. The time of day is UTC. */
export interface PastStory extends Story {
  daysAgo: number
  at: `${number}:${number}`
  minutes: number
}

/** Older incidents keep the phase list that was current in their time. */
const NEW_PHASES_SINCE_DAYS = 60

export const startOfUtcDay = (time: number) => Math.floor(time / DAY_MS) * DAY_MS

/** Adds a story and its updates to the data. Times are epoch milliseconds. */
export function addIncident(
  data: DemoData,
  story: Story,
  facts: { beganAt: number; endedAt: number | null; phase: StoredIncident['phase'] },
): void {
  const { key, title, description, impacts, updates } = story
  const id = uuidOf(`incident ${key}`)
  data.incidents.push({
    id,
    displayName: title,
    description: unwrap(description),
    beganAt: toText(facts.beganAt),
    endedAt: facts.endedAt === null ? null : toText(facts.endedAt),
    phase: facts.phase && { ...facts.phase },
    affects: impacts.map(toWireImpact),
  })
  data.updates[id] = updates.map(([minutes, displayName, text], order) => ({
    order,
    displayName,
    description: unwrap(text),
    createdAt: toText(facts.beganAt + minutes * MINUTE_MS),
  }))
}

/** Adds a story of the past; its day is counted back from the UTC day of `now`. */
export function tellPast(data: DemoData, story: PastStory, now: number): void {
  const [hours = 0, minutes = 0] = story.at.split(':').map(Number)
  const beganAt = startOfUtcDay(now) - story.daysAgo * DAY_MS + (hours * 60 + minutes) * MINUTE_MS
  const endedAt = beganAt + story.minutes * MINUTE_MS
  addIncident(data, story, {
    beganAt,
    endedAt,
    phase: story.daysAgo < NEW_PHASES_SINCE_DAYS ? phase.resolved : phase.oldResolved,
  })
}

const toWireImpact = ([component, type, severity]: Story['impacts'][number]): WireImpact => ({
  reference: componentId(component),
  type: impactTypeId(type),
  severity,
})

/** Joins lines that are wrapped in the source only; blank lines, lists and code keep theirs, and code has one line at most. */
const unwrap = (text: string) => text.replace(/(?<!\n|```)\n(?!\n|```|- |\d\.)/g, ' ')

const toText = (time: number) => new Date(time).toISOString()

import { noData, type DemoData } from './data'
import { components, componentId, impactTypes, phases, severities } from '@/demo/seed/catalog'
import { tellCurrent } from '@/demo/seed/current'
import { middleStories } from '@/demo/seed/middleStories'
import { olderStories } from '@/demo/seed/olderStories'
import { oldestStories } from '@/demo/seed/oldestStories'
import { recentStories } from '@/demo/seed/recentStories'
import { tellPast } from '@/demo/seed/story'

const past = [...recentStories, ...middleStories, ...olderStories, ...oldestStories]

/**
 * A believable cloud over two regions with four months of history, one ongoing incident and some maintenance.
 * Deterministic: only its times depend on `now` (epoch milliseconds), every id stays.
 */
export function seedBelievableCloud(now: number): DemoData {
  const data = { ...emptyCloud(), components: components(), hiddenComponentIds: [componentId('billing')] }
  for (const story of past) tellPast(data, story, now)
  tellCurrent(data, now)
  return data
}

/** A server that was set up (phases, severities, impact types), but has neither components nor incidents. */
export function emptyCloud(): DemoData {
  return { ...noData(), phases: phases(), severities: severities(), impactTypes: impactTypes() }
}

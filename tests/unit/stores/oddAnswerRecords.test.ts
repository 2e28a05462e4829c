import { expect, it } from 'vitest'
import {
  contentText,
  readCachedIncidents,
  listRecord,
  readCachedStatus,
  statusRecord,
  type CachedContent,
} from '@/stores/offline/cacheSchema'
import { NOW } from '../../support/clock'
import { component, incident } from '../domain/builders'

const content = (more: Partial<CachedContent>): CachedContent => ({
  components: [],
  incidents: [],
  hinted: [],
  window: null,
  loaded: [],
  unread: [],
  severities: [],
  impactTypes: [],
  generations: [],
  updates: [],
  ...more,
})

it('what could not be read, and what stands twice under an id, is no less so on the next visit', () => {
  const odd = incident({ beganAt: null, beginUnreadable: true, otherVersions: [incident({ endedAt: 5 })] })
  const facts = {
    components: [component({ hintsUnreadable: true }), component({ id: 'mail' })],
    incidents: [odd, incident()],
    hinted: [odd],
  }
  const record = statusRecord({ components: { readAt: NOW, invalidCount: 1 } }, contentText(content(facts)))
  expect(readCachedStatus(record, NOW)!.content).toMatchObject(facts)
  expect(readCachedStatus(record, NOW)!.content.components[1]).not.toHaveProperty('hintsUnreadable')
  expect(readCachedStatus(record, NOW)!.content.incidents[1]).toEqual(facts.incidents[1])
  const page = { readAt: NOW, incident: odd, updates: null }
  expect(readCachedIncidents(listRecord([page]), NOW)).toEqual([page])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { componentStates } from '@/domain/component/componentState'
import { followedStates } from '@/domain/component/followed'
import { idsIn, idsText } from '@/domain/component/followedLink'
import { touchingIncidents } from '@/domain/incident/touchingIncidents'
import { component, impact, incident, OUTAGE, scale } from '../builders'

const T = 1000
const web = incident({ impacts: [impact(OUTAGE, 'web')] })
const mail = incident({ impacts: [impact(OUTAGE, 'mail')] })
const nobody = incident({ impacts: [] })
const hinted = incident({ impacts: [] })
const incidents = [web, mail, nobody, hinted]
const components = ['web', 'mail', 'files'].map(id =>
  component({ id, activeReferences: id === 'files' ? [{ incidentId: hinted.id, typeId: null, severity: OUTAGE }] : [] }),
)
const listed = componentStates(components, { incidents, incidentsLoaded: true }, T, scale)

describe('the states of what is followed', () => {
  it('are those of the listed components, in the order asked for', () => {
    const states = followedStates(['files', 'web'], listed, scale)
    expect([...states]).toEqual(['files', 'web'].map(id => [id, listed.get(id)]))
  })

  it('are unknown for what is not listed', () => {
    expect(followedStates(['gone'], listed, scale).get('gone')?.level).toBe(scale.unknown)
  })
})

it.each([
  ['by an impact', ['web'], [web]],
  ['by what is active on the component', ['files'], [hinted]],
  ['several, in their order', ['mail', 'web'], [web, mail]],
  ['by an impact on what is not listed', ['gone'], []],
])('incidents touch what is followed: %s', (_, ids, touching) => {
  expect(touchingIncidents(incidents, followedStates(ids, listed, scale))).toEqual(touching)
})

describe('the ids in a link', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['a,,b,', ['a', 'b']],
    [' a , a ', ['a']],
    ['a%2Cb,c', ['a,b', 'c']],
    ['50%,b', ['50%', 'b']],
    ['', []],
  ])('%s', (text, ids) => {
    expect(idsIn(text)).toEqual(ids)
  })

  it('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 })), ids => {
        expect(idsIn(idsText(ids))).toEqual(ids)
      }),
    )
  })
})

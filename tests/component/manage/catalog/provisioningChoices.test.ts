import { screen } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import ProvisioningImport from '@/features/provisioning/ProvisioningImport.vue'
import { say } from '../../../support/browser/texts'
import { textOf } from '../../../support/status'
import { tickOf } from '../../../support/tickOf'
import { affects, buildCase, COMPUTE, press, renderManaged, settle } from '../incident/support'
import { apply, compare, data, says, sent, tick } from './provisioningForm'

describe('a new generation of phases', () => {
  const withPhases = () => renderManaged(ProvisioningImport, () => ({}), { data: { ...data(), phases: [['Open', 'Done']] } })
  const publish = { name: say('manage.provisioning.publish.choose') }

  it('is not sent with the rest, unless it is asked for by a word of its own', async () => {
    const { writes } = await withPhases()
    await compare('components: [{displayname: B}]\nphases: [Open, Closed]')
    expect(tickOf(screen.getByRole('checkbox', publish))).toBe(false)
    expect(says()).toContain(say('manage.provisioning.publish.text'))
    await apply(1)
    await settle()
    expect(sent(writes)).toEqual([['POST /components', { displayName: 'B' }]])
  })

  it('is held for some seconds, and may be taken back', async () => {
    const { writes } = await withPhases()
    await compare('phases: [Open, Closed]')
    await tick(publish.name)
    await apply(1)
    expect(writes).toEqual([])
    await press(say('manage.operation.undo'))
    await settle()
    expect(writes).toEqual([])
  })

  it('is asked about anew where someone else published one in between', async () => {
    const { writes, demo } = await withPhases()
    await compare('phases: [Open, Closed]')
    await tick(publish.name)
    demo.write(all => all.phases.push(['Other']))
    await apply(1)
    await settle()
    expect(says()).toContain(say('manage.provisioning.again'))
    expect(tickOf(screen.getByRole('checkbox', publish))).toBe(false)
    expect(writes).toEqual([])
  })

  it('is none where the phases are equal', async () => {
    await withPhases()
    await compare('phases: [Open, Done]')
    expect(screen.queryByRole('checkbox', publish)).toBeNull()
    expect(says()).toContain(say('manage.provisioning.same'))
  })
})

describe('a rename', () => {
  const SERVER = { ...data(), severities: [{ displayName: 'broken', value: 100 }] }
  const withSeverity = () => renderManaged(ProvisioningImport, () => ({}), { data: SERVER })
  const FILE = 'components: [{displayname: Computes, labels: {az: 1}}]\nseverities: [{name: outage, value: 100}]'
  const renaming = (from: string, to: string) => say('manage.provisioning.rename.choose', { from, to })

  it('is one change of what is there, where the operator says so', async () => {
    const { writes } = await withSeverity()
    await compare(FILE)
    await tick(renaming('Compute', 'Computes'))
    await tick(renaming('broken', 'outage'))
    expect(screen.queryByLabelText(say('manage.provisioning.deleteAlso'))).toBeNull()
    await apply(2)
    await settle()
    expect(sent(writes)).toEqual([
      ['PATCH /severities/broken', { displayName: 'outage' }],
      ['PATCH /components/:id', { displayName: 'Computes' }],
    ])
    expect(says()).toContain(say('manage.provisioning.same'))
  })

  it('is not assumed', async () => {
    const { writes } = await withSeverity()
    await compare(FILE)
    await tick(renaming('broken', 'outage'))
    await tick(renaming('broken', 'outage'))
    await tick(/outage Value 100/)
    await apply(1)
    await settle()
    expect(sent(writes)).toEqual([['POST /components', { displayName: 'Computes', labels: { az: '1' } }]])
  })
})

describe('changed severities', () => {
  const scale = () =>
    renderManaged(ProvisioningImport, () => ({}), {
      data: buildCase(
        { affects: affects([COMPUTE], 40) },
        {
          severities: [
            { displayName: 'limited', value: 50 },
            { displayName: 'broken', value: 100 },
          ],
        },
      ),
    })
  const effect = { name: say('manage.provisioning.scale.title') }

  it('tell the bands and the incidents that change with them, before anything is sent', async () => {
    const { writes } = await scale()
    await compare('severities: [{name: limited, value: 30}, {name: broken, value: 100}]')
    const told = textOf(screen.getByRole('group', effect))
    expect(told).toContain('limited1–50becomes1–30')
    expect(told).toContain('broken51–100becomes31–100')
    expect(told).toContain(say('manage.severities.moves', { n: 1 }))
    expect(says()).toContain('1 equal, not sent')
    await tick(/limited/)
    expect(screen.queryByRole('group', effect)).toBeNull()
    expect(writes).toEqual([])
  })

  it('say which of them would have one value', async () => {
    await scale()
    await compare('severities: [{name: other, value: 50}]')
    expect(textOf(screen.getByRole('group', effect))).toContain('limited and other: all have the value 50.')
  })
})

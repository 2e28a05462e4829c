import { screen } from '@testing-library/dom'
import { h } from 'vue'
import { RouterView } from 'vue-router'
import type { DemoData } from '@/demo/data'
import { say } from '../../../support/browser/texts'
import { atEnd } from '../../../support/cleanup'
import { createSurroundings, renderPart } from '../../../support/mounted'
import { rowsOf } from '../../../support/roles'
import { serve } from '../../../support/server'
import { settled } from '../../../support/status'
import { recordWrites } from '../../../support/writes'
import { settle } from '../incident/support'

/** A page of the catalog in the routes of operators, over a demo server that nobody needs to log in to. */
export async function renderCatalogPage(url: string, data: DemoData, config: Parameters<typeof createSurroundings>[0] = {}) {
  const { writes, recorder } = recordWrites()
  const demo = serve({ data, first: [recorder] })
  const around = await createSurroundings({
    auth: { mode: 'none' },
    firstPhase: { incident: 'Investigating', maintenance: 'Investigating' },
    ...config,
  })
  atEnd(() => localStorage.clear())
  const rendered = await renderPart({ render: () => h('div', [h(RouterView)]) }, { ...around, operator: true, url })
  await settle()
  await settled(around)
  return { ...around, ...rendered, demo, writes }
}

/** The bands of a drawn scale, each as what is said of its name and of its values. */
export const bandsOf = (scale = say('manage.nav.severities')) =>
  rowsOf(screen.getByRole('table', { name: scale })).map(([name, values]) => `${name} ${values}`)

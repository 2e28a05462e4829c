import { screen } from '@testing-library/dom'
import { h } from 'vue'
import { RouterView } from 'vue-router'
import { VApp } from 'vuetify/components/VApp'
import SnackbarHost from '@/app/layout/SnackbarHost.vue'
import type { DemoData } from '@/demo/data'
import { atEnd } from '../../support/cleanup'
import { createSurroundings, renderPart } from '../../support/mounted'
import { serve } from '../../support/server'
import { settled, textOf } from '../../support/status'
import { recordWrites } from '../../support/writes'
import { buildCase, FIRST_PHASE, settle } from './incident/support'

/** A page of operators in its frame, with the snackbars of the page. */
export async function openOperatorPage(url: string, data: DemoData = buildCase()) {
  const { writes, recorder } = recordWrites()
  serve({ data, first: [recorder] })
  const around = await createSurroundings({ auth: { mode: 'none' }, firstPhase: FIRST_PHASE })
  atEnd(() => localStorage.clear())
  const page = { render: () => h(VApp, () => [h('main', { id: 'content', tabindex: -1 }, h(RouterView)), h(SnackbarHost)]) }
  const { router } = await renderPart(page, { ...around, operator: true, url })
  await settle()
  await settled(around)
  return { writes, router }
}

/** All that live regions say. */
export const saidAll = () => screen.queryAllByRole('status').map(textOf).join('\n')

import {
  mdiAlert,
  mdiAlertOutline,
  mdiAlertRhombus,
  mdiCheckCircle,
  mdiCloseOctagon,
  mdiHelpCircleOutline,
  mdiInformationBoxOutline,
  mdiWrench,
} from '@mdi/js'
import type { Level } from '@/domain/severity'

/** How a state looks; each has a shape and a colour of its own. */
export type Look = 'operational' | 'notice' | 'maintenance' | 'unknown' | 'tone-1' | 'tone-2' | 'tone-3' | 'tone-4'

/** SVG paths (24 x 24). The same as on the status page; a test compares them. */
export const SHAPES: Readonly<Record<Look, string>> = {
  operational: mdiCheckCircle,
  notice: mdiInformationBoxOutline,
  maintenance: mdiWrench,
  unknown: mdiHelpCircleOutline,
  'tone-1': mdiAlertOutline,
  'tone-2': mdiAlert,
  'tone-3': mdiAlertRhombus,
  'tone-4': mdiCloseOctagon,
}

export function lookOf({ kind, tone }: Level): Look {
  return kind !== 'band' ? kind : tone === 0 ? 'unknown' : `tone-${tone}`
}

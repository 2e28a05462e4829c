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

/** SVG paths (24 x 24). Shapes differ in outline, not only in colour, so that a state reads in greyscale and forced colours. */
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

/** By the kind of a level, and its rank among the bad bands. */
export function lookOf({ kind, tone }: Level): Look {
  return kind !== 'band' ? kind : tone === 0 ? 'unknown' : `tone-${tone}`
}

/** The SVG path of a level's shape. */
export function levelShape(level: Level): string {
  return SHAPES[lookOf(level)]
}

/** The class that sets `--level` (tokens.css). */
export function levelClass(level: Level): string {
  return `is-${lookOf(level)}`
}

/** Height of a bar of a level, 0..1: worse is taller, so that a bar reads without colour. */
export function levelHeight({ kind, tone }: Level): number {
  switch (kind) {
    case 'operational':
      return 0.5
    case 'notice':
      return 0.57
    case 'maintenance':
      return 0.64
    case 'unknown':
      return 0.75
    case 'band':
      return 0.64 + 0.09 * tone
  }
}

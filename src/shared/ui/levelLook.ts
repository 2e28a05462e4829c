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

/** Shapes differ in outline, not only in colour, so that a state reads in greyscale and forced colours. */
const TONE_SHAPES = { 0: mdiHelpCircleOutline, 1: mdiAlertOutline, 2: mdiAlert, 3: mdiAlertRhombus, 4: mdiCloseOctagon } as const

/** The SVG path (24 x 24) of a level's shape, by its kind and its rank among the bad bands. */
export function levelShape({ kind, tone }: Level): string {
  switch (kind) {
    case 'operational':
      return mdiCheckCircle
    case 'notice':
      return mdiInformationBoxOutline
    case 'maintenance':
      return mdiWrench
    case 'unknown':
      return mdiHelpCircleOutline
    case 'band':
      return TONE_SHAPES[tone]
  }
}

/** The class that sets `--level` (tokens.css). */
export function levelClass({ kind, tone }: Level): string {
  return kind === 'band' ? `is-tone-${tone}` : `is-${kind}`
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

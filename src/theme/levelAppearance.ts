import type { Level } from '@/domain/severity/severity'
import type { StateColor } from './palette'

/** How a state looks; each has a shape and a colour of its own. */
export type Appearance = 'operational' | 'notice' | 'maintenance' | 'unknown' | 'tone-1' | 'tone-2' | 'tone-3' | 'tone-4'

/** SVG paths (24 x 24), in as few characters as they take: page, first paint and custom element all carry them. Shapes differ in outline, not only in colour, so that a state reads in greyscale and forced colours. */
export const SHAPES: Readonly<Record<Appearance, string>> = {
  operational: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20m-2 15-5-5 1.4-1.4 3.6 3.6 7.6-7.6L19 8',
  notice: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2m14 16V5H5v14zM13 9h-2V7h2m0 10h-2v-6h2',
  maintenance:
    'M22.7 19-9.1-9.1c.9-2.3.4-5-1.5-6.9-2-2-5-2.4-7.4-1.3L9 6 6 9 1.6 4.7C.4 7.1.9 10.1 2.9 12.1c1.9 1.9 4.6 2.4 6.9 1.5l9.1 9.1c.4.4 1 .4 1.4 0l2.3-2.3c.5-.4.5-1.1.1-1.4',
  unknown:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20m0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16m-1-4h2v2h-2m1-12a4 4 0 0 0-4 4h2a2 2 0 1 1 4 0c0 2-3 1.8-3 5h2c0-2.2 3-2.5 3-5a4 4 0 0 0-4-4',
  'tone-1': 'M12 2 1 21h22M12 6l7.5 13h-15M11 10v4h2v-4m-2 6v2h2v-2',
  'tone-2': 'M12 2 1 21h22M11 9h2v5h-2m0 2h2v2h-2',
  'tone-3': 'M13.4 2.6a2 2 0 0 0-2.8 0l-8 8a2 2 0 0 0 0 2.8l8 8a2 2 0 0 0 2.8 0l8-8a2 2 0 0 0 0-2.8zM11 7h2v6h-2m0 2h2v2h-2',
  'tone-4':
    'M8.3 3 3 8.3v7.4L8.3 21h7.4l5.3-5.3V8.3L15.7 3zm.1 4 3.6 3.6L15.6 7 17 8.4 13.4 12l3.6 3.6-1.4 1.4-3.6-3.6L8.4 17 7 15.6l3.6-3.6L7 8.4',
}

/** By the kind of a level, and its rank among the bad bands. */
export function appearanceOf({ kind, tone }: Level): Appearance {
  return kind !== 'band' ? kind : tone === 0 ? 'unknown' : `tone-${tone}`
}

/** The SVG path of a level's shape. */
export function levelShape(level: Level): string {
  return SHAPES[appearanceOf(level)]
}

/** The class that sets `--level` (tokens.css). */
export function levelClass(level: Level): string {
  return `is-${appearanceOf(level)}`
}

/** The name of its colour in the palette. */
export function levelColorName(level: Level): StateColor {
  const look = appearanceOf(level)
  return look === 'operational' || look === 'notice' ? 'good' : look
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

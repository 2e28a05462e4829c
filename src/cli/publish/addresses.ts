import type { Config } from '@/config/schema'
import { safeFileName } from './fileName'

/** Where what is published is found: below `publicUrl`, or from the folder on where the configuration has none. */
export interface Addresses {
  /** Absolute; null = not known. */
  readonly base: string | null
  /** Of a file in the folder, or of a page. */
  readonly to: (path: string) => string
  /** The page of an incident: its file, where it has one, else the page that JavaScript draws. */
  readonly incident: (id: string) => string
}

export function addresses({ publicUrl, routing }: Pick<Config, 'publicUrl' | 'routing'>): Addresses {
  const base = publicUrl === null ? null : publicUrl.replace(/\/*$/, '/')
  const to = (path: string) => `${base ?? ''}${path}`
  const route = (id: string) => `${routing === 'hash' ? '#/' : ''}incidents/${encodeURIComponent(id)}`
  return {
    base,
    to,
    incident: id => to(safeFileName(id) === null ? route(id) : `incidents/${id}/`),
  }
}

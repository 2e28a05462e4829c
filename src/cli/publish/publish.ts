import { cp, mkdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { completeConfig } from '@/build/configure/inlineConfig'
import { configuredBy, type Complain } from '@/cli/configuredBy'
import { copyReferencedFiles } from '@/build/configure/referencedFiles'
import { readSnapshot } from '@/stores/snapshot/snapshotFile'
import { openStatus, TOKEN } from '@/cli/openStatus'
import { rounds, type Site } from './round'
import { writeFiles } from './writeFiles'

export interface PublishOptions {
  /** The configuration file of the page. */
  readonly config: string
  readonly out: string
  /** The build that is published. */
  readonly build: string
  /** Milliseconds between two rounds; null = one round. */
  readonly everyMs: number | null
  readonly months: number
  readonly connect: readonly string[]
  readonly policy: boolean
}

import type { FaultKind } from '@/demo/http/faults'
import type { ApiErrorKind } from '@/domain/apiError'
import { say } from './browser/texts'
import { catalogWrites, incidentWrites, type Write } from './writeFaultsTable'

/** What each fault is told as, and whether the operator must be told that the outcome is unknown. */
export interface WriteFault {
  readonly kind: FaultKind
  readonly told: ApiErrorKind
  readonly isUnknown: boolean
}

export const writeFaults: readonly WriteFault[] = [
  { kind: 400, told: 'rejected', isUnknown: false },
  { kind: 401, told: 'unauthorized', isUnknown: false },
  { kind: 403, told: 'forbidden', isUnknown: false },
  { kind: 404, told: 'notFound', isUnknown: false },
  { kind: 409, told: 'conflict', isUnknown: false },
  { kind: 500, told: 'server', isUnknown: true },
  { kind: 'html-502', told: 'server', isUnknown: true },
  { kind: 'timeout', told: 'timeout', isUnknown: true },
  { kind: 'refused', told: 'network', isUnknown: true },
]

export const writes = { ...incidentWrites, ...catalogWrites }

/** How the message of any failure of that step begins. */
export const failedText = (step: string) => say('manage.operation.failed', { step })

const KINDS = { POST: 'create', PATCH: 'change', DELETE: 'remove' } as const
const isOfCollection = ({ request: { method, path } }: Write) => method === 'POST' && !path.source.includes('updates')

/** What else it must say. */
export const toldTexts = ({ told, isUnknown }: WriteFault, write: Write) => [
  say(told === 'notFound' && isOfCollection(write) ? 'manage.failure.readOnly' : `manage.failure.${told}`),
  say('manage.operation.kept'),
  say(`manage.operation.${isUnknown ? 'notFound' : 'notSaved'}.${KINDS[write.request.method]}`),
]

export const savedText = (step: string) => say('manage.operation.saved', { steps: step })

import { ApiError } from '@/domain/apiError'
import type { Step } from './step'

interface AfterStep {
  readonly label: string
  /** The id that the step before it has learnt; null = not yet. */
  readonly id: () => string | null
  readonly make: (id: string) => Step
  /** As that of the step that is made. */
  readonly hint?: string
}

/** A write about something that the step before it makes: what it is about is known only once that is done. */
export function afterStep({ label, id, make, hint }: AfterStep): Step {
  let made: Step | null = null
  const step = () => {
    const known = id()
    // The operator took the step before as done, and nobody knows what came of it.
    if (known === null) throw new ApiError('malformed', { method: 'POST', path: '' })
    return (made ??= make(known))
  }
  return {
    kind: 'create',
    label,
    ...(hint !== undefined && { hint }),
    prepare: async api => step().prepare?.(api),
    send: async api => step().send(api),
    verify: async api => (await step().verify?.(api)) ?? [],
    verifyAfterTimeout: async api => step().verifyAfterTimeout(api),
    done: () => made?.done?.(),
  }
}

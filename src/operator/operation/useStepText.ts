import { useFormat } from '@/composables/useFormat'
import { useText } from '@/composables/useText'
import type { StepView } from './step'

/** What is told of a write: of one that failed, what it was decides what "not saved" means. */
export function useStepText() {
  const { t } = useText()
  const format = useFormat()

  /** Either that it failed or that nobody knows, never both. */
  const titleOf = ({ label, state, isThere }: StepView) =>
    t(state === 'unknown' && isThere !== false ? 'manage.operation.unknown' : 'manage.operation.failed', { step: label })

  function reasonOf(view: StepView): string {
    const { kind } = view.error!
    return t(isReadOnly(view) ? 'manage.failure.readOnly' : `manage.failure.${kind}`)
  }

  function outcomeOf({ kind, state, isThere }: StepView): string {
    if (state !== 'unknown') return t(`manage.operation.notSaved.${kind}`)
    return t(isThere === false ? `manage.operation.notFound.${kind}` : `manage.operation.outcomeUnknown.${kind}`)
  }

  function stateOf({ kind, state, isThere }: StepView): string {
    const told = state === 'unknown' && isThere === false ? 'notSaved' : state
    if (kind === 'remove' && told === 'done') return t('manage.operation.state.deleted')
    if (kind === 'remove' && told === 'notSaved') return t('manage.operation.state.notDeleted')
    return t(`manage.operation.state.${told}`)
  }

  /** What there is to say of it beside that it is saved. */
  const notesOf = ({ state, ignoredFields, unread, isBlind }: StepView) => [
    ...(ignoredFields.length ? [t('manage.operation.ignored', { fields: format.list(ignoredFields) })] : []),
    ...(isBlind && state === 'done' ? [t('manage.operation.blind')] : []),
    ...(unread ? [t('manage.operation.unread')] : []),
  ]

  return { titleOf, reasonOf, outcomeOf, stateOf, notesOf }
}

/** A collection takes no new entry: 405 and 501 say so, and so does a 404 of a collection that can be read. */
function isReadOnly({ error, kind }: StepView): boolean {
  if (!error || kind !== 'create' || error.call.method !== 'POST') return false
  return error.kind === 'unsupported' || (error.kind === 'notFound' && /^\/[^/]+$/.test(error.call.path))
}

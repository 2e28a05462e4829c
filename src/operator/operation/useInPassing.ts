import { hasInjectionContext, inject, watch } from 'vue'
import { notifyKey } from '@/shared/composables/useNotify'
import { useFormat } from '@/shared/composables/useFormat'
import { useText } from '@/shared/composables/useText'
import type { Provider } from '@/stores/provider'
import { useLeftOperations } from './leftOperations'
import type { Operation } from './useOperation'

/**
 * How an operation goes on whose page was left: what is held counts down in the snackbars of the page, where it is taken back, and
 * what became of it is said there. A failure is told in the frame of operators, and stays. Null outside of a page.
 */
export function useCarryOn(provider: Pick<Provider, 'id'>) {
  if (!hasInjectionContext()) return null
  const notify = inject(notifyKey, null)
  if (!notify) return null
  const left = useLeftOperations(provider)
  const { t } = useText()
  const format = useFormat()

  return (operation: Operation) => {
    left.add(operation)
    const steps = format.list(operation.views.value.map(({ label }) => label))
    const over = new Promise<string | null>(resolve => {
      const stop = watch(operation.state, state => {
        if (state === 'held' || state === 'running') return
        stop()
        resolve(state === 'done' ? t('manage.operation.saved', { steps }) : null)
      })
    })
    if (operation.state.value !== 'held') return void over.then(text => text && notify({ text }))
    notify({
      text: t('manage.operation.leftHeld', { steps }),
      action: { label: t('manage.operation.undo'), run: operation.takeBack },
      countdown: { leftMs: operation.heldForMs, pause: operation.pauseHold, resume: operation.resumeHold, over },
    })
  }
}

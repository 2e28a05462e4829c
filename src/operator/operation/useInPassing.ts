import { hasInjectionContext, inject, watch } from 'vue'
import { notifyKey } from '@/composables/useNotify'
import { useFormat } from '@/composables/useFormat'
import { useText } from '@/composables/useText'
import type { Operation } from './operation'
import type { StepView } from './step'

/** More names than that are not read before they are gone. */
const MOST_NAMED = 4

/** What the snackbars of the page say of an operation: never a failure. Null outside of a page. */
export function useInPassing() {
  if (!hasInjectionContext()) return null
  const notify = inject(notifyKey, null)
  if (!notify) return null
  const { t, tn } = useText()
  const format = useFormat()
  const stepsOf = (views: readonly StepView[]) =>
    views.length > MOST_NAMED ? tn('manage.operation.count', views.length) : format.list(views.map(({ label }) => label))
  const doneText = (views: readonly StepView[]) => t('manage.operation.saved', { steps: stepsOf(views) })

  return {
    /** All of it is saved, and there is nothing else to say. */
    sayDone: (views: readonly StepView[]) => notify({ text: doneText(views) }),
    /**
     * How an operation goes on whose page was left: what is held counts down, and is taken back here, and what became of it is
     * said. A failure is told in the frame of operators, and stays.
     */
    carryOn(operation: Operation) {
      const over = new Promise<string | null>(resolve => {
        const stop = watch(operation.state, state => {
          if (state === 'held' || state === 'running') return
          stop()
          resolve(state === 'done' ? doneText(operation.views.value) : null)
        })
      })
      if (operation.state.value !== 'held') return void over.then(text => text && notify({ text }))
      notify({
        text: t('manage.operation.leftHeld', { steps: stepsOf(operation.views.value) }),
        action: { label: t('manage.operation.undo'), run: operation.undo },
        countdown: { leftMs: operation.heldForMs, pause: operation.pauseHold, resume: operation.resumeHold, over },
      })
    },
  }
}

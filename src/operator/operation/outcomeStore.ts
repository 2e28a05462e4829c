import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Provider } from '@/stores/provider'
import type { StepView } from './step'

/** What the last complete operation did that is not said in passing: told on whatever page the operator is on then. */
export const useOutcomeStore = ({ id }: Pick<Provider, 'id'>) =>
  defineStore(`manageOutcome:${id}`, () => {
    const views = shallowRef<readonly StepView[]>([])
    let isBlind = false
    return {
      views,
      tell: (done: readonly StepView[]) => (views.value = done),
      /** Whether what is written next could not be read again before. */
      setBlind: (blind: boolean) => void (isBlind = blind),
      takeBlind() {
        const was = isBlind
        isBlind = false
        return was
      },
    }
  })()

import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Provider } from '@/stores/provider'
import type { StepView } from './step'

/** What the last complete operation did: told on whatever page the operator is on then. */
export const useOutcomeStore = ({ id }: Pick<Provider, 'id'>) =>
  defineStore(`manageOutcome:${id}`, () => {
    const views = shallowRef<readonly StepView[]>([])
    return { views, tell: (done: readonly StepView[]) => (views.value = done) }
  })()

import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Provider } from '@/stores/provider'
import type { Operation } from './operation'

/** Operations whose page was left while they were held or under way: they go on, and their failure has to be told somewhere. */
export const useLeftOperations = ({ id }: Pick<Provider, 'id'>) =>
  defineStore(`manageLeft:${id}`, () => {
    const operations = shallowRef<readonly Operation[]>([])
    return {
      operations,
      add: (operation: Operation) => void (operations.value = [...operations.value, operation]),
      drop: (operation: Operation) => void (operations.value = operations.value.filter(one => one !== operation)),
    }
  })()

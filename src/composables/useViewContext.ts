import { inject } from 'vue'
import type { ViewContext } from '@/statusView/model/viewContext'
import { levelColorsKey } from './useLevelAppearance'
import { useDisplay } from './display'
import { useFormat } from './useFormat'
import { useText } from './useText'

/** What the models of the status are made by (statusView), as this visitor has chosen it. */
export function useViewContext(): ViewContext {
  const colors = inject(levelColorsKey, null)
  const { now, present } = useDisplay()
  return {
    speech: useText(),
    format: useFormat(),
    get colors() {
      return colors?.value ?? {}
    },
    get now() {
      return now.value
    },
    get present() {
      return present?.value ?? now.value
    },
  }
}

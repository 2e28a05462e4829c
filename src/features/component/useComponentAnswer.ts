import { computed } from 'vue'
import { recordsStartOf } from '@/domain/time/calendar'
import { isRetired } from '@/domain/component/component'
import { componentAnswer } from '@/domain/component/componentAnswer'
import type { Config } from '@/config/schema'
import { useDisplay } from '@/composables/display'
import { useText } from '@/composables/useText'
import type { StatusStore } from '@/stores/statusStore'

/** The component of an address as the server lists it, and what there is to answer to "Is it down?". */
export function useComponentAnswer(store: StatusStore, config: Config, idOf: () => string) {
  const { now, zone } = useDisplay()
  const { t } = useText()

  const component = computed(() => store.components.find(({ id }) => id === idOf()))
  const name = computed(() => component.value?.name ?? t('component.unnamed'))
  const isUnlisted = computed(() => !component.value && store.parts.components.readAt !== null)
  const isHidden = computed(() => !!component.value && isRetired(component.value, config.components.retiredLabel))
  const recordsSince = computed(() => recordsStartOf(component.value, config, zone.value))
  const answer = computed(() =>
    componentAnswer({
      state: store.readStates.get(idOf()),
      scale: store.scale,
      missing: store.summary.missing,
      stale: store.stale,
      hintUnresolved: !!component.value?.activeReferences.some(
        ({ incidentId }) => !store.incidents.some(({ id }) => id === incidentId),
      ),
      hintsUnreadable: component.value?.hintsUnreadable,
      isRecorded: recordsSince.value === null || recordsSince.value <= now.value,
      isRetired: isHidden.value,
    }),
  )
  return { component, name, isUnlisted, isHidden, recordsSince, answer }
}

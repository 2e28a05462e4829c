import { computed, defineComponent, shallowRef, watch } from 'vue'
import { useRouter, type RouteLocationRaw } from 'vue-router'
import type { ComponentState } from '@/domain/component/componentState'
import { isConfirmed } from '@/domain/status/confirmed'
import { DECIDING_PARTS } from '@/domain/status/verdict'
import { followedStates } from '@/domain/component/followed'
import { noteStates, type StateChange } from '@/domain/component/stateChange'
import { useFormat } from '@/composables/useFormat'
import { useLevelName } from '@/composables/useLevelName'
import { useText } from '@/composables/useText'
import { useIncidentTitle } from '@/components/incident/useIncidentTitle'
import { useClock } from '@/stores/clock'
import { useFollowed } from '@/stores/followedStore'
import { usePolling } from '@/stores/polling'
import { useProvider } from '@/stores/provider'
import { useStatusStore } from '@/stores/statusStore'

// More at once is an outage at large: one notification says so.
const MAX_SINGLE = 3

/**
 * Tells changes of what this browser follows by notifications, whatever page is open, in front or not. Draws nothing. Loaded when
 * somebody chose to be told, with the texts of the part `following`: at the time of a change nothing may be to be had.
 */
export default defineComponent({
  name: 'ChangeWatcher',
  setup() {
    const provider = useProvider()
    const clock = useClock()
    const store = useStatusStore(provider, clock)
    const followed = useFollowed(provider)
    const router = useRouter()
    const { t } = useText()
    const format = useFormat()
    const levelName = useLevelName()
    const titleOf = useIncidentTitle()

    const intervalMs = provider.config.pollIntervalSeconds * 1000
    usePolling({
      intervalMs: intervalMs / 4,
      inBackground: true,
      poll: async () => {
        // In front most pages ask by themselves: this one steps in where they do not.
        const patienceMs = document.hidden ? intervalMs : 1.5 * intervalMs
        if (store.lastRequestedAt === null || clock.read() - store.lastRequestedAt >= patienceMs) await store.refresh()
        return true
      },
    })

    const states = computed(() => followedStates(followed.ids, store.listedStates, store.scale))
    const confirmed = computed(() => isConfirmed(store.summary))
    // What changed since the last visit is on the page that was just opened; nothing is told by what that visit knew.
    const isOfThisVisit = computed(() => DECIDING_PARTS.every(part => !store.parts[part].isKept))
    const known = shallowRef<ReadonlyMap<string, ComponentState>>(new Map())
    watch(
      [states, confirmed, isOfThisVisit, () => store.loading || store.refreshing],
      () => {
        // Between two answers of one refresh the states are of neither time.
        if (store.loading || store.refreshing || !isOfThisVisit.value) return
        const noted = noteStates(known.value, states.value, { confirmed: confirmed.value })
        known.value = noted.known
        if (noted.changes.length) tell(noted.changes)
      },
      { immediate: true },
    )

    function tell(changes: readonly StateChange[]) {
      const nameOf = (id: string) => store.components.find(component => component.id === id)?.name ?? id
      if (changes.length > MAX_SINGLE) {
        const names = format.list(changes.map(({ componentId }) => nameOf(componentId)))
        show(t('notification.several', { n: changes.length }), names, 'several', { name: 'following' })
        return
      }
      for (const { componentId, from, to, incident } of changes) {
        const before = t('notification.before', { state: levelName(from.level) })
        show(
          t('notification.change', { name: nameOf(componentId), state: levelName(to.level) }),
          incident ? `${titleOf(incident)}\n${before}` : before,
          componentId,
          incident ? { name: 'incident', params: { id: incident.id } } : { name: 'following' },
        )
      }
    }

    function show(title: string, body: string, subject: string, target: RouteLocationRaw) {
      if (!('Notification' in window) || Notification.permission !== 'granted') return
      // By its tag a change that several tabs tell stays one notification.
      const tag = `scs-status ${provider.config.apiUrl} ${subject}`
      const notification = new Notification(title, { body, tag, lang: document.documentElement.lang })
      notification.onclick = () => {
        window.focus()
        notification.close()
        void router.push(target)
      }
    }

    return () => null
  },
})

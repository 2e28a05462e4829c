import { computed, inject } from 'vue'
import { useRouter, type RouteLocationRaw } from 'vue-router'
import { isolated } from '@/domain/characters'
import { hiddenLabelKeys, unsearchedLabelKeys } from '@/domain/component/componentFacts'
import { labelValues } from '@/domain/component/grouping'
import { incidentLevel, timingAt, type Timing } from '@/domain/incident/moment'
import { isGood, type Level } from '@/domain/severity/severity'
import { useText } from '@/composables/useText'
import { useIncidentTitle } from '@/components/incident/useIncidentTitle'
import { useClock } from '@/stores/clock'
import { useIncidentArchive } from '@/stores/incidentArchive'
import { isLocked, providerKey, type Provider } from '@/stores/provider'
import { useSite } from '@/stores/site'
import { useStatusStore } from '@/stores/statusStore'
import type { SearchEntry } from './searchIndex'
import { useSearchedPages } from './useSearchedPages'

/** How something is now. Apart from the entries: minutes pass, and the index stays. */
export interface SearchStanding {
  readonly level: Level
  readonly timing: Timing | null
}

const DETAIL_LABELS = 3

/** All that the search looks into, of all providers. What nobody has asked for yet is asked for by `read`. */
export function useSearchSources() {
  const { providers } = useSite()
  const own = inject(providerKey, null)
  const clock = useClock()
  const router = useRouter()
  const { t, dataNames } = useText()
  const titleOf = useIncidentTitle()
  const pages = useSearchedPages()
  const isOne = providers.length === 1
  const known = providers.map(provider => ({
    provider,
    store: useStatusStore(provider, clock),
    archive: useIncidentArchive(provider, clock),
  }))
  const params = ({ id }: Provider) => (isOne ? {} : { provider: id })
  const nameOf = ({ name }: Provider) => (isOne ? '' : name)
  const linkTo = (to: RouteLocationRaw) => ({ to, href: router.resolve(to).href })

  const components = computed(() =>
    known.flatMap(({ provider, store }) => {
      const unsearched = unsearchedLabelKeys(provider.config.components)
      const hidden = hiddenLabelKeys(provider.config.components)
      return store.listedComponents.map((component): SearchEntry => {
        const labels = Object.entries(component.labels)
        const shown = labels.filter(([key]) => !hidden.includes(key)).slice(0, DETAIL_LABELS)
        return {
          key: `component ${provider.id} ${component.id}`,
          kind: 'component',
          name: component.name,
          words: labels
            .filter(([key]) => !unsearched.includes(key))
            .flatMap(label => [...new Set([...label, ...dataNames.labelWords(...label)])]),
          id: component.id,
          provider: nameOf(provider),
          detail: shown
            .map(label =>
              dataNames
                .labelWords(...label)
                .map(isolated)
                .join(': '),
            )
            .join(', '),
          ...linkTo({ name: 'component', params: { ...params(provider), id: component.id } }),
        }
      })
    }),
  )
  const labels = computed(() =>
    known.flatMap(({ provider, store }) =>
      [...labelValues(store.listedComponents, hiddenLabelKeys(provider.config.components))].flatMap(([key, values]) =>
        values.map((value): SearchEntry => ({
          key: `label ${provider.id} ${key}:${value}`,
          kind: 'label',
          name: dataNames.labelWords(key, value).join(': '),
          // By what the server calls it as well.
          words: [key, value].filter(word => !dataNames.labelWords(key, value).includes(word)),
          id: '',
          provider: nameOf(provider),
          ...linkTo({ name: 'status', params: params(provider), query: { label: `${key}:${value}` } }),
        })),
      ),
    ),
  )
  const incidents = computed(() =>
    known.flatMap(({ provider, store, archive }) => {
      const names = new Map(store.components.map(({ id, name }) => [id, name]))
      return archive.incidents.map((incident): SearchEntry => ({
        key: `incident ${provider.id} ${incident.id}`,
        kind: 'incident',
        name: titleOf(incident),
        words: incident.impacts.map(({ componentId }) => names.get(componentId)).filter(name => name !== undefined),
        id: incident.id,
        provider: nameOf(provider),
        at: incident.beganAt,
        ...linkTo({ name: 'incident', params: { ...params(provider), id: incident.id } }),
      }))
    }),
  )
  const several = computed(() =>
    (isOne ? [] : providers).map((provider): SearchEntry => ({
      key: `provider ${provider.id}`,
      kind: 'provider',
      name: provider.name,
      words: [],
      id: provider.id,
      ...linkTo({ name: 'status', params: params(provider) }),
    })),
  )
  const entries = computed(() => [...components.value, ...labels.value, ...incidents.value, ...pages.value, ...several.value])

  const standings = computed(() => {
    const all = new Map<string, SearchStanding>()
    for (const { provider, store, archive } of known) {
      for (const { id } of store.listedComponents)
        all.set(`component ${provider.id} ${id}`, { level: store.states.get(id)?.level ?? store.scale.unknown, timing: null })
      for (const incident of archive.incidents)
        all.set(`incident ${provider.id} ${incident.id}`, {
          level: incidentLevel(incident, store.scale),
          timing: timingAt(incident, clock.now.value),
        })
      // What it is as a whole is not known before it answered.
      if (!isOne && !store.loading) all.set(`provider ${provider.id}`, { level: store.summary.level, timing: null })
    }
    return all
  })
  /** By key, above 0 for what is not in order now, below 0 for what is over. */
  const urgency = computed(
    () =>
      new Map(
        [...standings.value].map(([key, { level, timing }]) => {
          if (timing === 'ended') return [key, -1]
          return [key, (timing === null ? !isGood(level) : timing === 'ongoing') ? level.rank + 1 : 0]
        }),
      ),
  )
  /** Of whom something could not be searched. */
  const unsearched = computed(() =>
    known
      .filter(({ store }) => store.parts.components.readAt === null || store.parts.incidents.readAt === null)
      .map(({ provider }) => provider.name),
  )
  /** Since when the incidents of all are known without a gap, epoch milliseconds; null = of somebody none are. */
  const since = computed(() => {
    const starts = known.map(({ archive }) => archive.observed.at(-1)?.start)
    return starts.every(start => start !== undefined) ? Math.max(...starts) : null
  })

  /** Where the history is searched for a text: here, or at each provider. */
  const historiesOf = (text: string) =>
    (own ? [own] : providers).map(provider => ({
      id: provider.id,
      text: own ? t('search.history') : t('search.historyOf', { name: provider.name }),
      ...linkTo({ name: 'history', params: params(provider), query: { q: text } }),
    }))

  function read() {
    for (const { provider, store } of known) if (store.lastRequestedAt === null && !isLocked(provider)) void store.refresh()
  }

  return { entries, standings, urgency, unsearched, since, historiesOf, read }
}

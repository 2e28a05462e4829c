import { computed, inject } from 'vue'
import { useRoute, useRouter, type RouteLocationRaw } from 'vue-router'
import { allGoingOn } from '@/domain/incident/moment'
import { writeInstant } from '@/domain/status/statusAt'
import { HOUR_MS } from '@/domain/time/units'
import { useLocalized } from '@/composables/useLocalized'
import { useText } from '@/composables/useText'
import { useIncidentTitle } from '@/components/incident/useIncidentTitle'
import { useClock } from '@/stores/clock'
import { providerKey } from '@/stores/provider'
import { useSite } from '@/stores/site'
import { useStatusStore } from '@/stores/statusStore'
import type { SearchEntry } from './searchIndex'

/** The lists that operators keep, and what is seldom begun. */
const LISTS = [
  { id: 'backfill', to: { name: 'manageNew', query: { backfill: '1' } } },
  { id: 'manage', to: { name: 'manage' } },
  { id: 'components', to: { name: 'manageComponents' } },
  { id: 'severities', to: { name: 'manageSeverities' } },
  { id: 'impactTypes', to: { name: 'manageImpactTypes' } },
  { id: 'phases', to: { name: 'managePhases' } },
  { id: 'provisioning', to: { name: 'manageProvisioning' } },
] as const

/**
 * The pages that lead on from here: those of the provider around, and those of the page as a whole. For who may write, what can be
 * begun at once as well, and in the management the lists that are kept there.
 */
export function useSearchedPages() {
  const { config, providers } = useSite()
  const provider = inject(providerKey, null)
  const clock = useClock()
  const route = useRoute()
  const router = useRouter()
  const { t } = useText()
  const localized = useLocalized()
  const titleOf = useIncidentTitle()
  const store = provider && useStatusStore(provider, clock)
  const params = provider && providers.length > 1 ? { provider: provider.id } : {}
  // An earlier time to begin with; whoever goes there chooses another.
  const earlier = writeInstant(clock.now.value - HOUR_MS)

  const entry = (id: string, name: string, to: RouteLocationRaw | null, words: string[] = [], url = ''): SearchEntry => ({
    key: `page ${id}`,
    kind: 'page',
    name,
    words,
    id: '',
    to,
    href: to ? router.resolve(to).href : url,
  })

  const action = (id: string, name: string, to: RouteLocationRaw): SearchEntry => ({
    ...entry(id, name, to),
    key: `action ${id}`,
    kind: 'action',
  })
  const mayWrite = computed(() => provider !== null && provider.auth.session.value.mayWrite)
  const isManaging = computed(() => mayWrite.value && route.path.startsWith(`${provider!.path}manage`))
  const goingOn = computed(() => (store ? allGoingOn(store.moment) : []))

  /** By path: their routes are there once somebody went there. */
  function actions(): SearchEntry[] {
    const path = `${provider!.path}manage`
    return [
      action('report', t('search.action.report'), { path, query: { do: 'report' } }),
      action('maintenance', t('search.action.maintenance'), { path, query: { do: 'maintenance' } }),
      ...goingOn.value.map(incident =>
        action(`update ${incident.id}`, t('search.action.update', { title: titleOf(incident) }), {
          path: `${path}/incidents/${encodeURIComponent(incident.id)}`,
          query: { do: 'update' },
        }),
      ),
    ]
  }

  return computed((): SearchEntry[] => [
    ...(mayWrite.value ? actions() : []),
    ...(isManaging.value ? LISTS.map(({ id, to }) => action(id, t(`search.action.${id}`), { ...to, params })) : []),
    ...(provider
      ? [
          entry('status', t('search.page.status'), { name: 'status', params }, [provider.name]),
          entry('history', t('search.page.history'), { name: 'history', params }),
          entry('following', t('search.page.following'), { name: 'following', params }),
          entry('past', t('search.page.past'), { name: 'status', params, query: { at: earlier } }),
          ...(mayWrite.value && !isManaging.value
            ? [entry('manage', t('search.page.manage'), { path: `${provider.path}manage` })]
            : []),
        ]
      : []),
    ...(providers.length > 1 ? [entry('overview', t('search.page.overview'), { name: 'overview' })] : []),
    ...config.about.map(({ path, title, url }) =>
      entry(`about ${path}`, localized(title), url ? null : { name: 'about', params: { page: path } }, [], url ?? ''),
    ),
  ])
}

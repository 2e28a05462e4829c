import { computed, inject } from 'vue'
import { useRoute, useRouter, type RouteLocationRaw } from 'vue-router'
import { writeInstant } from '@/domain/statusAt'
import { useLocalized } from '@/shared/composables/useLocalized'
import { useText } from '@/shared/composables/useText'
import { useClock } from '@/stores/clock'
import { providerKey } from '@/stores/provider'
import { useSite } from '@/stores/site'
import type { SearchEntry } from './useSearched'

const HOUR_MS = 3_600_000

/** What operators can begin at once, and the lists that they keep. */
const ACTIONS = [
  { id: 'incident', to: { name: 'manageNew', query: { kind: 'incident' } } },
  { id: 'maintenance', to: { name: 'manageNew', query: { kind: 'maintenance' } } },
  { id: 'backfill', to: { name: 'manageNew', query: { backfill: '1' } } },
  { id: 'manage', to: { name: 'manage' } },
  { id: 'components', to: { name: 'manageComponents' } },
  { id: 'severities', to: { name: 'manageSeverities' } },
  { id: 'impactTypes', to: { name: 'manageImpactTypes' } },
  { id: 'phases', to: { name: 'managePhases' } },
  { id: 'provisioning', to: { name: 'manageProvisioning' } },
] as const

/**
 * The pages that lead on from here: those of the provider around, and those of the page as a whole. In the management, for who may
 * write, what can be done there as well.
 */
export function useSearchedPages() {
  const { config, providers } = useSite()
  const provider = inject(providerKey, null)
  const clock = useClock()
  const route = useRoute()
  const router = useRouter()
  const { t } = useText()
  const localized = useLocalized()
  const params = provider && providers.length > 1 ? { provider: provider.id } : {}
  // An earlier time to begin with; whoever goes there chooses another.
  const earlier = writeInstant(clock.now.value - HOUR_MS)

  const entry = (id: string, name: string, to: RouteLocationRaw | null, words: string[] = [], url = ''): SearchEntry => ({
    key: `page ${id}`,
    kind: 'page',
    name,
    words,
    id: '',
    provider: '',
    detail: '',
    at: null,
    to,
    href: to ? router.resolve(to).href : url,
  })

  // Their routes are there once somebody came here.
  const isManaging = computed(
    () => provider !== null && provider.auth.session.value.mayWrite && route.path.startsWith(`${provider.path}manage`),
  )

  return computed((): SearchEntry[] => [
    ...(isManaging.value
      ? ACTIONS.map(({ id, to }) => ({
          ...entry(id, t(`search.action.${id}`), { ...to, params }),
          key: `action ${id}`,
          kind: 'action' as const,
        }))
      : []),
    ...(provider
      ? [
          entry('status', t('search.page.status'), { name: 'status', params }, [provider.name]),
          entry('history', t('search.page.history'), { name: 'history', params }),
          entry('following', t('search.page.following'), { name: 'following', params }),
          entry('past', t('search.page.past'), { name: 'status', params, query: { at: earlier } }),
          ...(provider.auth.session.value.mayWrite && !isManaging.value
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

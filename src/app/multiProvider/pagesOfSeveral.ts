import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'
import { createStatusApi } from '@/api/statusApi'
import type { ProviderSetting } from '@/config/siteConfig'
import { withoutLogin, type Provider } from '@/stores/provider'
import { createProvider } from '@/app/createProvider'
import type { Pages } from '@/app/pages'
import SeveralLayout from './SeveralLayout.vue'

/** Pages that are those of the whole, whoever is looked at. */
const OF_ALL = ['about', 'notFound']
const OVERVIEW: RouteRecordRaw = { path: '/', name: 'overview', component: () => import('@/features/overview/OverviewPage.vue') }

/** Each provider's pages below `/p/<id>`, with the names that they have where there is only one; `/` is the overview. */
export async function pagesOfSeveral(settings: readonly ProviderSetting[]): Promise<Pages> {
  const providers = await Promise.all(settings.map(setting => createProvider(...placed(setting)).catch(standIn(setting))))
  const byId = new Map(providers.map(provider => [provider.id, provider]))
  // Ids are slugs. Any other is no address of ours, and found nowhere.
  const prefixed = (ids: readonly string[]) => (page: RouteRecordRaw) =>
    OF_ALL.includes(String(page.name)) ? page : withoutProvider(page, `/p/:provider(${ids.join('|')})`)
  return {
    providers,
    root: SeveralLayout,
    texts: 'overview',
    mountRoutes: (pages, { operators } = { operators: false }) =>
      operators
        ? pages.map(prefixed(providers.filter(({ auth }) => auth.mode !== 'off').map(({ id }) => id)))
        : [OVERVIEW, ...pages.map(prefixed([...byId.keys()]))],
    providerOf: ({ params }) => byId.get(String(params.provider)),
  }
}

const placed = (setting: ProviderSetting) => [setting, `/p/${setting.id}/`] as const

/** A provider that could not even be set up: it is unknown, as one that does not answer, and the others go on. */
const standIn =
  (setting: ProviderSetting) =>
  (cause: unknown): Provider => {
    // eslint-disable-next-line no-console -- the only place where the reason can be looked up
    console.error(cause)
    const [{ id, name, link, config }, path] = placed(setting)
    const fetch = () => Promise.reject(new TypeError('not set up', { cause }))
    const api = createStatusApi({ baseUrl: 'https://unavailable.invalid/', fetch })
    const auth = withoutLogin('off')
    return { id, name, link, path, config, api, auth, demo: null, offlineCache: null, recordCalls: () => Promise.resolve([]) }
  }

type WithParams = Pick<RouteLocationNormalized, 'params'>

/** Pages take their parameters as props; whose they are comes to them in another way. */
function withoutProvider(page: RouteRecordRaw, prefix = ''): RouteRecordRaw {
  return {
    ...page,
    path: prefix + page.path,
    ...(page.props === true && { props: ({ params: { provider: _, ...own } }: WithParams) => own }),
    ...(page.children && { children: page.children.map(child => withoutProvider(child)) }),
  } as RouteRecordRaw
}

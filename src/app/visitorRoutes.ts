import type { RouteComponent, RouteRecordRaw } from 'vue-router'
import type { LazyPart } from '@/i18n/lazyMessages'
import StatusPage from '@/features/status/StatusPage.vue'

type Page = () => Promise<{ default: RouteComponent }>

/** The pages of visitors. Only the status page is part of the first view; the others come with their texts. */
export function visitorRoutes(texts: (part: LazyPart) => Promise<void>): RouteRecordRaw[] {
  const withTexts =
    (part: LazyPart, page: Page): Page =>
    async () =>
      (await Promise.all([page(), texts(part)]))[0]

  return [
    { path: '/', name: 'status', component: StatusPage },
    {
      path: '/incidents/:id',
      name: 'incident',
      component: () => import('@/features/incident/IncidentPage.vue'),
      props: true,
    },
    {
      path: '/components/:id',
      name: 'component',
      component: withTexts('component', () => import('@/features/component/ComponentPage.vue')),
      props: true,
    },
    {
      path: '/following',
      name: 'following',
      component: withTexts('following', () => import('@/features/following/FollowingPage.vue')),
    },
    {
      path: '/history',
      name: 'history',
      component: withTexts('history', () => import('@/features/history/HistoryPage.vue')),
    },
    {
      path: '/legend',
      name: 'legend',
      component: withTexts('legend', () => import('@/features/legend/LegendPage.vue')),
    },
    {
      path: '/about/:page',
      name: 'about',
      component: () => import('@/features/about/AboutPage.vue'),
      props: true,
    },
    { path: '/:path(.*)*', name: 'notFound', component: () => import('@/features/about/NotFoundPage.vue') },
  ]
}

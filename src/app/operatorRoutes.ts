import type { NavigationGuard, RouteRecordRaw } from 'vue-router'
import type { Pages } from './pages'

/** The pages of operators: a chunk of its own, which nobody loads who does not go there. */
export function createOperatorRoutes(): RouteRecordRaw[] {
  return [
    {
      path: '/manage',
      components: {
        default: () => import('./layout/OperatorFrame.vue'),
        navigation: () => import('./layout/ManageNavigation.vue'),
      },
      meta: { needsLogin: true },
      children: [
        { path: '', name: 'manage', component: () => import('@/features/incidentAdmin/ManagePage.vue') },
        { path: 'components', name: 'manageComponents', component: () => import('@/features/catalog/ComponentsPage.vue') },
        { path: 'severities', name: 'manageSeverities', component: () => import('@/features/catalog/SeveritiesPage.vue') },
        {
          path: 'impact-types',
          name: 'manageImpactTypes',
          component: () => import('@/features/catalog/ImpactTypesPage.vue'),
        },
        { path: 'phases', name: 'managePhases', component: () => import('@/features/catalog/PhasesPage.vue') },
        {
          path: 'provisioning',
          name: 'manageProvisioning',
          component: () => import('@/features/provisioning/ProvisioningPage.vue'),
        },
        {
          path: 'incidents/:id',
          name: 'manageIncident',
          component: () => import('@/features/incidentAdmin/ManageIncidentPage.vue'),
          props: true,
        },
        { path: 'new', name: 'manageNew', component: () => import('@/features/incidentAdmin/IncidentEditorPage.vue') },
        {
          path: 'incidents/:id/edit',
          name: 'manageEdit',
          component: () => import('@/features/incidentAdmin/IncidentEditorPage.vue'),
          props: true,
        },
      ],
    },
    { path: '/login', name: 'login', component: () => import('@/features/auth/LoginPage.vue') },
  ]
}

/** Lets only operators of the provider in whose page it is; all others are asked to log in there. */
export const operatorsOnly =
  (providerOf: Pages['providerOf']): NavigationGuard =>
  async to => {
    const provider = providerOf(to)
    if (!provider || to.meta.needsLogin !== true) return true
    const { auth, path } = provider
    await auth.restore()
    // An expired login keeps the page, and what is typed there.
    return (
      auth.session.value.mayWrite ||
      auth.session.value.state === 'expired' || { path: `${path}login`, query: { to: to.fullPath } }
    )
  }

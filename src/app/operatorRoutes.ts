import type { RouteLocationRaw, RouteRecordRaw } from 'vue-router'
import type { Auth } from '@/stores/provider'

/** The pages of operators: a chunk of its own, which nobody loads who does not go there. */
export function createOperatorRoutes(auth: Auth): RouteRecordRaw[] {
  return [
    {
      path: '/manage',
      component: () => import('./layout/OperatorFrame.vue'),
      // An expired login keeps the page, and what is typed there.
      beforeEnter: (to): true | RouteLocationRaw =>
        auth.session.value.mayWrite || auth.session.value.state === 'expired' || { name: 'login', query: { to: to.fullPath } },
      children: [
        { path: '', name: 'manage', component: () => import('@/features/manage/ManagePage.vue') },
        { path: 'components', name: 'manageComponents', component: () => import('@/features/manage/catalog/ComponentsPage.vue') },
        { path: 'severities', name: 'manageSeverities', component: () => import('@/features/manage/catalog/SeveritiesPage.vue') },
        {
          path: 'impact-types',
          name: 'manageImpactTypes',
          component: () => import('@/features/manage/catalog/ImpactTypesPage.vue'),
        },
        { path: 'phases', name: 'managePhases', component: () => import('@/features/manage/catalog/PhasesPage.vue') },
        {
          path: 'provisioning',
          name: 'manageProvisioning',
          component: () => import('@/features/manage/catalog/ProvisioningPage.vue'),
        },
        {
          path: 'incidents/:id',
          name: 'manageIncident',
          component: () => import('@/features/manage/ManageIncidentPage.vue'),
          props: true,
        },
        { path: 'new', name: 'manageNew', component: () => import('@/features/manage/IncidentEditorPage.vue') },
        {
          path: 'incidents/:id/edit',
          name: 'manageEdit',
          component: () => import('@/features/manage/IncidentEditorPage.vue'),
          props: true,
        },
      ],
    },
    { path: '/login', name: 'login', component: () => import('@/features/auth/LoginPage.vue') },
  ]
}

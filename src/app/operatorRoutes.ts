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

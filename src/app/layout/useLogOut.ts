import { isNavigationFailure, useRoute, useRouter } from 'vue-router'
import { loadWhole } from '@/app/loadWhole'
import type { Provider } from '@/stores/provider'

/** The way out for whoever is logged in, from any page. */
export function useLogOut({ auth, config, path }: Pick<Provider, 'auth' | 'config' | 'path'>): () => Promise<void> {
  const router = useRouter()
  const route = useRoute()
  return async () => {
    // Unsaved work may hold its page.
    if (route.path.startsWith(`${path}manage`) && isNavigationFailure(await router.push(path))) return
    await auth.logout()
    // What was read with the login must not stay on the screen.
    if (config.auth.readsNeedLogin) loadWhole(router.resolve('/').href)
  }
}

import { http, type HttpHandler } from 'msw'
import { refusalResponse } from '@/demo/handlers/answer'
import { impactTypeHandlers, phaseHandlers, severityHandlers } from '@/demo/handlers/catalog'
import { componentHandlers } from '@/demo/handlers/components'
import type { DemoApi } from '@/demo/handlers/demo'
import { incidentHandlers } from '@/demo/handlers/incidents'
import { updateHandlers } from '@/demo/handlers/updates'

const KNOWN_PATH = /^\/(phases|(impacttypes|severities|components)(\/[^/]+)?|incidents(\/[^/]+(\/updates(\/[^/]+)?)?)?)$/

/**
 * A conforming SCS Status Page API 1.1.2 on the given store: all 27 operations, 405 for other methods, 404 for other paths.
 * `quirks` adds the known defects of the reference server. `baseUrl` has no slash at its end.
 */
export function demoHandlers({ quirks = false, ...rest }: Omit<DemoApi, 'quirks'> & { quirks?: boolean }): HttpHandler[] {
  const demo: DemoApi = { quirks, ...rest }
  const basePath = new URL(demo.baseUrl).pathname.replace(/\/$/, '')
  return [
    ...phaseHandlers(demo),
    ...impactTypeHandlers(demo),
    ...severityHandlers(demo),
    ...componentHandlers(demo),
    ...incidentHandlers(demo),
    ...updateHandlers(demo),
    http.all(`${demo.baseUrl}/*`, ({ request }) =>
      refusalResponse(KNOWN_PATH.test(new URL(request.url).pathname.slice(basePath.length)) ? 405 : 404),
    ),
  ]
}

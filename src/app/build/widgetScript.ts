import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { iconPaths } from './iconPaths.ts'

/**
 * Names of properties of our own that become one letter in the element, which has to be small. Each is read as `.name` only where the
 * object is ours: answers of a server are read by strings (api/wireObject), and no object of the browser is asked for one of these here. No
 * place for a value in a text is called so: texts are not shortened.
 */
export const OWN_NAMES = `
  componentId typeId updateOrders beginUnreadable otherVersions hintsUnreadable incidentId hints impacts lastKnown
  inMaintenance maintenanceBeside isLoading statement failures failingSince dropped isSkewed readAt hasMore
  isTimeUnreadable optional counted broken isNone inner retryAfterMs ageMs nextPage loginRedirects detailOf bands levels
  overrides unknownWeight intervalMs staleAfterMs retiredLabel beganAt endedAt description severity labels items counts
  missing stale confirmed states unclear headline aside reasons beside word fields tally call detail skew parts scope
  provider weight range tone rank kind since look poll inBackground interval settings phase answer where
  generations ongoing inProgress upcoming isMaintenance asOf doubt incidentsLoaded isRecorded
`
  .trim()
  .split(/\s+/)

const NAME = 'scs-status.js'
const ENTRY = '/src/widget/scsStatus.ts'
const source = fileURLToPath(new URL('../../', import.meta.url))

/**
 * The custom element as one script beside the page, under a name that stays, since pages elsewhere hold it. A script of the old kind:
 * it runs as a module too, and needs no permission of the host (CORS) where no integrity is asked for.
 */
export function widgetScript(): Plugin {
  let outDir = 'dist'
  let command = 'build'
  return {
    name: 'scs-status:widget-script',
    configResolved(config) {
      outDir = config.build.outDir
      command = config.command
    },
    configureServer(server) {
      server.middlewares.use(`/${NAME}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript')
        response.end(`import('${ENTRY}')`)
      })
    },
    async closeBundle() {
      if (command !== 'build') return
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        plugins: [iconPaths()],
        resolve: { alias: { '@': source.replace(/\/$/, '') } },
        build: {
          outDir,
          emptyOutDir: false,
          minify: 'terser',
          terserOptions: {
            ecma: 2020,
            toplevel: true,
            compress: { passes: 3 },
            format: { quote_style: 1 },
            mangle: { properties: { builtins: true, regex: new RegExp(`^(${OWN_NAMES.join('|')})$`) } },
          },
          rolldownOptions: {
            input: `${source}widget/scsStatus.ts`,
            output: { format: 'iife', entryFileNames: NAME },
          },
        },
      })
    },
  }
}

import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { iconPaths } from './iconPaths.ts'

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
          rolldownOptions: {
            input: `${source}widget/scsStatus.ts`,
            output: { format: 'iife', entryFileNames: NAME },
          },
        },
      })
    },
  }
}

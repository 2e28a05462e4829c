import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** The configuration of the demo: the embedded server, grouped as its labels allow. */
const demoConfig = {
  apiUrl: 'demo',
  title: 'Northwind Cloud',
  components: { groupBy: 'region', descriptionLabel: 'description' },
  // Its server is in the browser: nobody else sees what is managed there.
  auth: { mode: 'none' },
  firstPhase: { incident: 'Investigating', maintenance: 'Scheduled' },
  lastPhase: { incident: 'Resolved', maintenance: 'Resolved' },
}

/**
 * `config.json` in development and in builds. `npm start` shows the embedded demo server, or the one that STATUS_API_URL names
 * behind a same-origin proxy. A build never carries a configuration, unless it was asked to be a demo: a forgotten file must
 * not publish an invented cloud.
 */
export function runtimeConfig(apiUrl: string | undefined): Plugin {
  let outDir = 'dist'
  let isDemo = false
  return {
    name: 'scs-status:config',
    configResolved(config) {
      outDir = config.build.outDir
      isDemo = config.mode === 'demo'
    },
    configureServer(server) {
      const text = JSON.stringify(apiUrl ? { apiUrl: './api' } : demoConfig)
      server.middlewares.use('/config.json', (_request, response) => {
        response.setHeader('Content-Type', 'application/json')
        response.end(text)
      })
    },
    async closeBundle() {
      const file = join(outDir, 'config.json')
      if (isDemo) await writeFile(file, `${JSON.stringify(demoConfig, null, 2)}\n`)
      // public/config.json is somebody's own, for trying things out; it is no part of a release.
      else await rm(file, { force: true })
    },
  }
}

/** Development's way to a real server: the page asks its own origin, so no CORS is needed there. */
export function apiProxy(apiUrl: string | undefined) {
  if (!apiUrl) return undefined
  const target = new URL(apiUrl)
  const basePath = target.pathname.replace(/\/$/, '')
  return {
    '/api': { target: target.origin, changeOrigin: true, rewrite: (path: string) => basePath + path.replace(/^\/api/, '') },
  }
}

import { build, type Plugin } from 'vite'
// eslint-disable-next-line scs/layers -- Vite reads this file before it knows the alias.
import { CSS } from '../entries/widget/styles.ts'
// eslint-disable-next-line scs/layers -- The same.
import { widgetTexts } from '../entries/widget/texts.ts'
import { bareScript, source } from './bareScript.ts'

/**
 * Names of properties of our own that become one letter in the element, which has to be small. Each is read as `.name` only where the
 * object is ours: answers of a server are read by strings (api/wireObject), and no object of the browser is asked for one of these here. No
 * place for a value in a text is called so: texts are not shortened.
 */
const OWN_NAMES = `
  componentId typeId updateOrders beginUnreadable otherVersions hintsUnreadable incidentId activeReferences impacts
  lastKnown inMaintenance maintenanceBeside isLoading statement failures failingSince invalidCount isSkewed readAt
  hasMore isTimeUnreadable optional counted broken isNone inner retryAfterMs ageMs nextPage loginRedirects detailOf
  bands levels overrides unknownWeight intervalMs staleAfterMs retiredLabel beganAt endedAt description severity labels
  items counts missing stale confirmed states unclear headline aside reasons beside word fields tally call detail skew
  parts scope provider weight range tone rank kind since look poll inBackground interval settings phase answer
  severityNames where generations ongoing inProgress upcoming isMaintenance confirmedAt doubt incidentsLoaded isRecorded
  worst age list drop check note show ago response error language method verdict controller until sentAt receivedAt
  names current known leave scale incremental reference number object total asOf
`
  .trim()
  .split(/\s+/)

const NAME = 'scs-status.js'
const ENTRY = '/src/entries/widget/scsStatus.ts'

/** What the element takes from files that have more than it shows, as it comes to: styles of the palette's, texts of the page's. */
const computed: Readonly<Record<string, string>> = {
  [`${source}entries/widget/styles.ts`]: `export const CSS = ${JSON.stringify(CSS.replaceAll('\n', ''))}`,
  [`${source}entries/widget/texts.ts`]: `export const widgetTexts = ${JSON.stringify(widgetTexts)}`,
}
const computedParts: Plugin = { name: 'scs-status:element-parts', load: id => computed[id] }

/** What is found by a name that only the run tells, and must keep it: texts by what they say, and in them the places of values. */
export const lostNames = (): string[] =>
  [
    ...Array.from(JSON.stringify(widgetTexts).matchAll(/\{(\w+)\}/g), ([, name]) => name!),
    ...Object.keys({ ...widgetTexts.en.banner, ...widgetTexts.en.element }),
  ].filter(name => OWN_NAMES.includes(name))

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
        ...bareScript,
        plugins: [computedParts],
        build: {
          outDir,
          emptyOutDir: false,
          minify: 'terser',
          terserOptions: {
            ecma: 2020,
            toplevel: true,
            compress: { passes: 3 },
            mangle: { properties: { builtins: true, regex: new RegExp(`^(${OWN_NAMES.join('|')})$`) } },
          },
          rolldownOptions: {
            input: `${source}entries/widget/scsStatus.ts`,
            output: { format: 'iife', entryFileNames: NAME },
          },
        },
      })
    },
  }
}

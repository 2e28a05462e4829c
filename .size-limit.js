// Budgets of the production build, in brotli bytes; `npm run build && npx size-limit` shows where it stands. Those of the first view,
// of what comes by itself, of the custom element and of the management are the product's (docs/performance.md); what visitors open
// besides is as long on its way as a sixth of the first view at most.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/** What the build leaves beside it (src/build/sourceManifest.ts): the only thing that knows names with hashes. */
const manifest = JSON.parse(readFileSync('.cache/manifest.json', 'utf8'))

/** The files of the given sources with all that they import statically, without what `loaded` has brought already. */
function filesOf(sources, loaded = []) {
  const files = new Set()
  const visit = source => {
    // One that several parts import has no source of its own, but the name of it.
    const chunk = manifest[source] ?? Object.values(manifest).find(({ name }) => source.endsWith(`/${name}.ts`))
    if (chunk === undefined) throw new Error(`${source} is no entry and no dynamic import of the build (.size-limit.js)`)
    if (files.has(chunk.file)) return
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  sources.forEach(visit)
  return [...files].map(file => `dist/${file}`).filter(file => !loaded.includes(file))
}

/** The page with everything that it loads to show `/` in English, in a browser that has Temporal; its styles are in the HTML. */
const firstView = filesOf(['index.html', 'src/i18n/en.json'])
const scripts = firstView.filter(file => file.endsWith('.js'))
/** Those of Vuetify's parts; those of the page are in the HTML. */
const sheets = firstView.filter(file => file.endsWith('.css') && !/\/index-[^/]+$/.test(file))
/** What the page asks for as soon as it stands (vite.config.ts). */
const idle = Object.keys(manifest).find(key => manifest[key].name === 'idle')
const more = (...sources) => filesOf(sources, [...firstView, ...filesOf([idle])])
const visitorsOpen = (name, ...sources) => ({ name: `${name}, after /`, path: more(...sources), limit: '25 kB' })

/** The scripts in index.html, as a file: its own budget does not tell them from the rest. */
function inlineScripts() {
  const html = readFileSync('dist/index.html', 'utf8')
  const path = '.cache/size/inline.js'
  mkdirSync('.cache/size', { recursive: true })
  writeFileSync(path, [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text).join('\n'))
  return path
}

export default [
  { name: 'first view of /: HTML with styles, CSS, JS', path: ['dist/index.html', ...sheets, ...scripts], limit: '155 kB' },
  { name: 'JS before the page is interactive, inline scripts included', path: [inlineScripts(), ...scripts], limit: '135 kB' },
  { name: 'what comes by itself (idle), after /', path: filesOf([idle], firstView), limit: '70 kB' },
  { name: 'the custom element, whole', path: 'dist/scs-status.js', limit: '12 kB' },
  {
    name: 'management, first opened after /',
    path: more(
      'src/app/operatorRoutes.ts',
      'src/app/layout/OperatorFrame.vue',
      'src/features/incidentAdmin/ManagePage.vue',
      'src/i18n/en.manage.json',
    ),
    limit: '120 kB',
  },
  visitorsOpen('an incident', 'src/features/incident/IncidentPage.vue'),
  visitorsOpen('what is kept between visits', 'src/stores/offline/offlineCache.ts'),
  visitorsOpen('published files', 'src/app/snapshotProvider.ts'),
  visitorsOpen('a file for calendars', 'src/components/share/calendarFile.ts'),
  visitorsOpen('what is followed', 'src/features/following/FollowingPage.vue', 'src/i18n/en.following.json'),
  visitorsOpen(
    'the overview of several providers',
    'src/app/multiProvider/pagesOfSeveral.ts',
    'src/features/overview/OverviewPage.vue',
    'src/i18n/en.overview.json',
  ),
  visitorsOpen('the history', 'src/features/history/HistoryPage.vue', 'src/i18n/en.history.json'),
  visitorsOpen('a component', 'src/features/component/ComponentPage.vue', 'src/i18n/en.component.json'),
  visitorsOpen('a past moment', 'src/features/status/past/PastStatus.vue', 'src/i18n/en.past.json'),
  visitorsOpen('the search', 'src/features/search/SearchPalette.vue', 'src/i18n/en.search.json'),
  { name: 'texts in full Markdown, after /', path: more('src/components/ui/markdown.ts'), limit: '25 kB' },
  { name: 'demo mode, after /', path: more('src/demo/demoFetch.ts'), limit: '25 kB' },
]

// Budgets of the production build, in brotli bytes; `npm run build && npx size-limit` shows where it stands.
// This is a ratchet: a limit is the size of today plus one per cent. Whoever makes the build smaller lowers it in the same
// commit; whoever needs more raises it and says in the commit message what visitors get for it.
import { readFileSync } from 'node:fs'

/** What `vite build --manifest` leaves behind: the only thing that knows names with hashes. */
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

/** The files of the given sources with all that they import statically, without what `loaded` has brought already. */
function filesOf(sources, loaded = []) {
  const files = new Set()
  const visit = source => {
    const chunk = manifest[source]
    if (chunk === undefined) throw new Error(`${source} is no entry and no dynamic import of the build (.size-limit.js)`)
    if (files.has(chunk.file)) return
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  sources.forEach(visit)
  return [...files].map(file => `dist/${file}`).filter(file => !loaded.includes(file))
}

/** The page with everything that it loads to show `/` in English, in a browser that has Temporal. */
const firstView = filesOf(['index.html', 'src/i18n/en.json'])
const more = (...sources) => filesOf(sources, firstView)

export default [
  { name: 'first view of /: HTML, JS and CSS', path: ['dist/index.html', ...firstView], limit: '133.8 kB' },
  { name: 'first view of /: JS', path: firstView.filter(file => file.endsWith('.js')), limit: '126.6 kB' },
  { name: 'an incident, after /', path: more('src/features/incident/IncidentPage.vue'), limit: '11.4 kB' },
  { name: 'what is kept between visits, beside /', path: more('src/stores/lastAnswers.ts'), limit: '2.6 kB' },
  { name: 'the watch over the clock, after /', path: more('src/app/layout/LateNotices.vue'), limit: '1.5 kB' },
  { name: 'a file for calendars, after /', path: more('src/shared/share/calendarFile.ts'), limit: '8.3 kB' },
  {
    name: 'what is followed, after /',
    path: more('src/features/following/FollowingPage.vue', 'src/i18n/en.following.json'),
    limit: '6.8 kB',
  },
  {
    name: 'the overview of several providers, with /',
    path: more('src/app/several/pagesOfSeveral.ts', 'src/features/overview/OverviewPage.vue', 'src/i18n/en.overview.json'),
    limit: '6.4 kB',
  },
  {
    name: 'the history, after /',
    path: more('src/features/history/HistoryPage.vue', 'src/i18n/en.history.json'),
    limit: '11 kB',
  },
  {
    name: 'a component, after /',
    path: more('src/features/component/ComponentPage.vue', 'src/i18n/en.component.json'),
    limit: '11.8 kB',
  },
  {
    name: 'a past moment, after /',
    path: more('src/features/status/past/PastStatus.vue', 'src/i18n/en.past.json'),
    limit: '8.8 kB',
  },
  {
    name: 'the search, after /',
    path: more('src/features/search/SearchPalette.vue', 'src/i18n/en.search.json'),
    limit: '11.9 kB',
  },
  // The budget is 12 kB (design, performance).
  { name: 'the custom element, whole', path: 'dist/scs-status.js', limit: '12 kB' },
  { name: 'texts in Markdown, after /', path: more('src/shared/ui/markdown.ts'), limit: '24.3 kB' },
  { name: 'demo mode, after /', path: more('src/demo/demoFetch.ts'), limit: '23.7 kB' },
]

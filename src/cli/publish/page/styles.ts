import type { Config } from '@/config/schema'
import { barStyles } from './dayBar'
import { schemeStyles } from './colors'

/** Of what the published status has besides the pieces; it goes with the place that it is drawn in. */
const OWN = `
#first .pub-as-of{margin-top:8px}
#first .pub-as-of strong{font-size:1.125rem}
#first .pub-notice{padding:16px 20px;border-inline-start:8px solid var(--level);font-weight:600}
#first .pub-lines>li,#first .pub-entry{padding:12px 16px}
#first .pub-lines>li+li,#first .pub-rest,#first .card>.pub-entry:not(:first-child){border-top:1px solid var(--outline-variant)}
#first .pub-lines h3{font-weight:500}
#first .pub-lines>li>*+*{margin-top:4px}
#first .pub-facts{display:flex;flex-wrap:wrap;gap:2px 16px}
#first .pub-room{container:pub/inline-size}
#first .pub-incident{display:flex;flex-direction:column;gap:24px}
#first .pub-incident>.section{margin-top:0}
#first .pub-incident>header{display:flex;flex-direction:column;gap:8px;align-items:flex-start}
#first .pub-dates{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(180px,100%),1fr));gap:16px 24px;width:100%;box-sizing:border-box;padding:16px 20px;border:1px solid var(--outline-variant);border-radius:12px;background:var(--surface)}
#first .pub-dates dt{color:var(--on-surface-variant)}
#first .pub-dates dd{font-weight:500}
#first .pub-updates>li{padding:0 0 20px 20px;border-inline-start:2px solid var(--outline-variant)}
#first .pub-updates h3{margin-block:2px 4px}
#first .pub-impacts{overflow-x:auto;font-size:var(--text-small)}
#first .pub-impacts table{width:100%;border-collapse:collapse}
#first .pub-impacts :is(th,td){padding:10px 16px;text-align:start;vertical-align:top;overflow-wrap:anywhere}
#first .pub-impacts tr+tr>*,#first .pub-impacts tbody>tr>*{border-top:1px solid var(--outline-variant)}
#first .pub-impacts th{font-weight:500}
#first .pub-impacts th[scope=col]{color:var(--on-surface-variant);font-weight:400}
#first .pub-foot{padding:16px 0;border-top:1px solid var(--outline-variant)}
#first .pub-foot>.column{display:flex;flex-wrap:wrap;justify-content:space-between;gap:8px 24px;box-sizing:border-box}
#first .pub-links{display:flex;flex-wrap:wrap;gap:4px 20px}
#first .frame-tools{pointer-events:none}
@media (scripting:none){#first :is(.frame-pages a+a,.st-tools,.frame-tools){display:none}}
@media (max-width:719px){#first .frame-tools{display:none}}
#first[data-stale] :is(.st-mark,.st-impacts .st-shape,.pub-today){display:none}
#first[data-stale] .frame-verdict{--level:var(--unknown)}
`

/** Of thousands of rows only those near the screen are laid out. */
const LONG = '#first .st-row{content-visibility:auto;contain-intrinsic-size:auto 56px}'
const LONG_LIST = 200

/**
 * The styles of a published page besides those of the build: they change nothing once the page has taken its place.
 * @param rows how many components it lists
 * @param collected those that the pieces have in place of attributes
 */
export const publishedStyles = (config: Config, rows: number, collected: string): string =>
  [schemeStyles(config), barStyles(config.historyDays), OWN.trim(), rows > LONG_LIST ? LONG : '', collected]
    .filter(Boolean)
    .join('\n')

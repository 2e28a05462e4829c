import { SLOW } from './measure'
import type { Growth } from './once'
import { sizeName, type Results } from './results'
import { budgetTable, inputTable, markdown, plain, rowsTable, type Table } from './tables'

const lineText = `throttled = ${SLOW.cpu}x CPU, ${SLOW.kbitPerSecond} kbit/s, ${SLOW.latencyMs} ms`

function growthText({ upTo, components, incidents }: Growth): string {
  const by = (exponent: number, to: number, what: string) => `${exponent.toFixed(2)} from ${to / 10} to ${to} ${what}`
  return `Main-thread time grows with exponent ${by(components, upTo.components, 'components')}, ${by(incidents, upTo.incidents, 'incidents')}.`
}

function visitsText({ runs, sizes, peer }: Results): string {
  const rows = [...sizes, ...(peer ? [peer] : [])].flatMap(one => one.rows)
  const fewest = Math.min(runs, ...rows.map(row => row.runs))
  return fewest < runs ? `${fewest} to ${runs}` : String(runs)
}

/** What one run measured, as text at a terminal or as Markdown. */
export function report(results: Results, form: 'plain' | 'markdown'): string {
  const { machine, date, minutes, sizes, peer, growth, soak, failures } = results
  const table = (rows: Table) => (form === 'plain' ? plain(rows) : `\n${markdown(rows)}`)
  const title = (text: string) => (form === 'plain' ? `\n${text}\n` : `\n**${text}**\n`)
  const hours = soak?.heap.map(({ hour, heapMB }) => `${heapMB.toFixed(2)} MB after ${hour} h`).join(', ')
  return [
    `Measured ${date.slice(0, 10)} in ${Math.round(minutes)} minutes: ${machine}; median of ${visitsText(results)} visits; ${lineText}.\n`,
    ...sizes.map(size => title(sizeName(size)) + table(rowsTable(size.rows))),
    peer ? title(peer.url) + table(rowsTable(peer.rows)) : '',
    sizes.length ? title('Input to paint at 4x CPU (p95), scrolling and polling') + table(inputTable(sizes)) : '',
    growth
      ? `
${growthText(growth)}
`
      : '',
    soak ? `\nLeft open for ${soak.hours} hours of a fast clock, ${soak.polls} polls: ${hours}.\n` : '',
    ...failures.map(({ what, why }) => `\nFailed: ${what} (${why}).\n`),
    sizes.length ? title('Budgets') + table(budgetTable(results)) : '',
  ].join('')
}

import { say } from './texts'

/** The title of a verdict that names what is affected, worst first: `['Compute', 'Major']` is "Compute: Major". */
export const affectedTitle = (...lines: readonly (readonly [names: string, level: string])[]) =>
  lines.map(([names, level]) => `${say('app.label', { name: names })} ${level}`).join(' ')

/** Such a title, whatever is affected. */
export const AFFECTED_TITLE = /^[^:]+: \S/

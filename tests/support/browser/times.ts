import type { Locator } from 'playwright'

/** The instants that it names, as a machine reads them. */
export const timesIn = (inside: Locator): Promise<(string | null)[]> =>
  inside.getByRole('time', { includeHidden: true }).evaluateAll(times => times.map(time => time.getAttribute('datetime')))

// As Prettier would write it: a list of texts on one line.
const withShortLists = (json: string) =>
  json.replace(/\[\s+("[^"\n]*"(?:,\s+"[^"\n]*")*)\s+\]/g, (_, items: string) => `[${items.replace(/,\s+/g, ', ')}]`)

/** A configuration as people write it. */
export const toJson = (value: unknown) => withShortLists(`${JSON.stringify(value, null, 2)}\n`)

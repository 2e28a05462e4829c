import type { JsonSchema } from '@valibot/to-json-schema'
import { exampleConfig, exampleOfSeveral } from './exampleConfig'
import { createJsonSchema, keysOf } from './jsonSchema'

const BEGIN = '<!-- config:begin -->'
const END = '<!-- config:end -->'

const defaultOf = (schema: JsonSchema, isRequired: boolean) => {
  if (isRequired) return 'required'
  return schema.default === undefined ? 'none' : `\`${JSON.stringify(schema.default)}\``
}

/** The Markdown table of all keys. A key that only holds other keys has no default of its own. */
const createKeyTable = () => {
  const keys = keysOf(createJsonSchema())
  const rows = keys.map(({ path, schema, isRequired }) => {
    const isGroup = keys.some(other => other.path.startsWith(`${path}.`)) && JSON.stringify(schema.default) === '{}'
    const cells = [`\`${path}\``, isGroup ? '' : defaultOf(schema, isRequired), (schema.description ?? '').replaceAll('|', '\\|')]
    return `| ${cells.join(' | ')} |`
  })
  return ['| key | default | meaning |', '| --- | --- | --- |', ...rows].join('\n')
}

/** Puts the table between the markers of README; throws if they are missing. */
export const withKeyTable = (readme: string) => {
  const begin = readme.indexOf(BEGIN)
  const end = readme.indexOf(END)
  if (begin < 0 || end < begin) throw new Error(`README.md needs the lines ${BEGIN} and ${END}, in this order`)
  // Prettier would pad the table anew whenever one text grows.
  const table = `<!-- prettier-ignore-start -->\n${createKeyTable()}\n<!-- prettier-ignore-end -->`
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${readme.slice(end)}`
}

const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

// As Prettier would write it: a list of texts on one line.
const withShortLists = (json: string) =>
  json.replace(/\[\s+("[^"\n]*"(?:,\s+"[^"\n]*")*)\s+\]/g, (_, items: string) => `[${items.replace(/,\s+/g, ', ')}]`)

/** Content of every file that follows from the schema, by its path in the project; `readme` is README as it is. */
export const createGeneratedFiles = (readme: string): Readonly<Record<string, string>> => ({
  'public/config.schema.json': toJson(createJsonSchema()),
  'public/config.example.json': withShortLists(toJson(exampleConfig)),
  'public/config.providers.example.json': toJson(exampleOfSeveral),
  'README.md': withKeyTable(readme),
})

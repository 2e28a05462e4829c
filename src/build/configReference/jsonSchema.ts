import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import { KEY_DESCRIPTIONS } from './keyDescriptions'
import { configSchema } from '@/config/schema'

/** One key of the configuration, as the JSON schema and docs/configuration.md tell it. */
export interface KeyEntry {
  /** With `[]` for list items and `<name>` for freely chosen names. */
  readonly path: string
  readonly schema: JsonSchema
  readonly isRequired: boolean
}

export const isSchema = (schema: unknown): schema is JsonSchema =>
  typeof schema === 'object' && schema !== null && !Array.isArray(schema)

/** All keys below a schema in the order of the file, parents before children. */
export const keysOf = (schema: JsonSchema, path = ''): KeyEntry[] => {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, child]) => {
    if (!isSchema(child)) return []
    const childPath = path === '' ? name : `${path}.${name}`
    return [{ path: childPath, schema: child, isRequired: schema.required?.includes(name) ?? false }, ...keysOf(child, childPath)]
  })
  const alternatives = (schema.anyOf ?? []).filter(isSchema).filter(({ properties }) => !properties?.['en'])
  return [
    ...own,
    ...alternatives.flatMap(each => keysOf(each, path)),
    ...(isSchema(schema.items) ? keysOf(schema.items, `${path}[]`) : []),
    ...(isSchema(schema.additionalProperties) ? keysOf(schema.additionalProperties, `${path}.<name>`) : []),
  ]
}

/** The JSON schema of `config.json` for editors: what may be written, with descriptions and defaults. */
export const createJsonSchema = (): JsonSchema => {
  const schema = toJsonSchema(configSchema, {
    typeMode: 'input',
    target: 'draft-07',
    // Checks of our own have no counterpart; the page and `npm run configure` make them.
    errorMode: 'ignore',
    overrideSchema: ({ jsonSchema }) => {
      // An editor should mark a misspelt key, which the page only warns of.
      if (jsonSchema.type === 'object' && jsonSchema.properties) jsonSchema.additionalProperties = false
      return jsonSchema
    },
  })
  const providers = schema.properties?.providers
  if (isSchema(providers) && isSchema(providers.items))
    for (const [name, key] of Object.entries(providers.items.properties ?? {}))
      // Told once: an object of this name has the shape that it has for all.
      if (isSchema(key) && key.type === 'object' && providers.items.properties)
        providers.items.properties[name] = { allOf: [{ $ref: `#/properties/${name}` }] }
  const keys = keysOf(schema)
  for (const { path, schema: key } of keys) {
    const description = KEY_DESCRIPTIONS[path]
    if (description !== undefined) key.description = description
  }
  const pages = keys.find(({ path }) => path === 'about')?.schema.items
  if (isSchema(pages)) pages.oneOf = ['markdown', 'source', 'url'].map(name => ({ required: [name] }))
  schema.oneOf = ['apiUrl', 'providers'].map(name => ({ required: [name] }))
  const { $schema = '', ...rest } = schema
  return { $schema, title: 'Configuration of SCS Status', ...rest }
}

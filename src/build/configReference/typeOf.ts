import type { JsonSchema } from '@valibot/to-json-schema'
import { isSchema } from './jsonSchema'

const asCode = (values: readonly unknown[]) => values.map(value => `\`${String(value)}\``).join(', ')
const isByLanguage = ({ properties }: JsonSchema) => properties?.['en'] !== undefined

/** What a list is of. */
const itemsOf = ({ items }: JsonSchema) => {
  if (!isSchema(items) || items.type === 'object') return 'objects'
  return items.enum ? asCode(items.enum) : `${typeOf(items)}s`
}

/** The kind of value that a key takes, in words. */
export const typeOf = (schema: JsonSchema): string => {
  const { allOf, anyOf, enum: values, type, minimum, maximum, pattern, additionalProperties } = schema
  const [shared] = (allOf ?? []).filter(isSchema)
  if (shared?.$ref) return `as \`${shared.$ref.replace('#/properties/', '')}\``
  if (anyOf) return anyOf.filter(isSchema).map(typeOf).join(' or ')
  if (values) return asCode(values)
  if (type === 'null') return '`null`'
  if (type === 'integer') return `whole number, ${minimum} to ${maximum}`
  if (type === 'boolean') return '`true`, `false`'
  if (type === 'array') return `list of ${itemsOf(schema)}`
  if (type === 'object')
    return isByLanguage(schema) ? 'texts by language' : isSchema(additionalProperties) ? 'object by names' : 'object'
  return pattern?.startsWith('^#') ? 'color' : 'text'
}

import { nearestWord } from './nearest'
import { type ConfigProblem, pathTo, quoteValue } from './problem'
import { configSchema } from './schema'

/** The parts of a Valibot schema that tell which keys there are. */
interface SchemaNode {
  readonly type: string
  readonly wrapped?: SchemaNode
  readonly options?: readonly SchemaNode[]
  readonly item?: SchemaNode
  readonly entries?: Readonly<Record<string, SchemaNode>>
  readonly value?: SchemaNode
}

const unwrap = (node: SchemaNode | undefined): SchemaNode | undefined => {
  if (node?.wrapped) return unwrap(node.wrapped)
  // Where a text or an object may stand, only the object has keys.
  if (node?.type === 'union') return node.options?.find(option => option.entries)
  return node
}

/**
 * What Valibot lets pass: keys that nobody reads (warnings), and a list where an object belongs (problems), which it
 * takes for an object without keys.
 */
export const findShapeProblems = (input: unknown) => {
  const problems: ConfigProblem[] = []
  const warnings: ConfigProblem[] = []
  const visit = (schema: SchemaNode | undefined, value: unknown, path: string) => {
    const node = unwrap(schema)
    if (!node || typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      if (node.item) value.forEach((item, index) => visit(node.item, item, pathTo(path, index)))
      else if (node.entries ?? node.value) problems.push({ path, code: 'type', expected: 'object', received: quoteValue(value) })
      return
    }
    for (const [key, child] of Object.entries(value)) {
      const keyPath = pathTo(path, key)
      if (node.value) visit(node.value, child, keyPath)
      else if (node.entries && Object.hasOwn(node.entries, key)) visit(node.entries[key], child, keyPath)
      else if (node.entries) {
        const free = Object.keys(node.entries).filter(name => !Object.hasOwn(value, name))
        const suggestion = nearestWord(key, free)
        warnings.push({ path: keyPath, code: 'unknownKey', ...(suggestion !== undefined && { suggestion }) })
      }
    }
  }
  visit(configSchema as unknown as SchemaNode, input, '')
  return { problems, warnings }
}

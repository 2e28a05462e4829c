import { Document, LineCounter, parseDocument, visit, type ErrorCode } from 'yaml'
import type { Provisioning } from '@/domain/catalog/provisioning'
import { readContent, type Path, type ReadContent } from './provisioningShape'

/** Where a text stops being YAML. Line and column count from 1. */
interface BrokenYaml {
  readonly line: number
  readonly column: number
  readonly reason: BrokenReason
  /** In the parser's own words, which are English. */
  readonly detail: string
  /** The line itself. */
  readonly text: string
}
type BrokenReason =
  'indentation' | 'tab' | 'duplicateKey' | 'missing' | 'quotes' | 'key' | 'alias' | 'severalDocuments' | 'unexpected'

export type ReadYaml = { readonly kind: 'broken'; readonly errors: readonly BrokenYaml[] } | ReadContent

// Far more than a file of aliases for labels needs, far less than what hangs a browser.
const MAX_ALIASES = 100_000

/**
 * Reads a provisioning file. Every scalar is taken as it is written, as the reference server does for texts: `yes`, `010` and
 * `2024-01-01` are texts.
 */
export function readProvisioning(text: string): ReadYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    customTags: ['null', 'merge'],
    prettyErrors: false,
    lineCounter: lines,
  })
  const broken = (offset: number, reason: BrokenReason, detail: string): BrokenYaml => {
    const { line, col } = lines.linePos(Math.min(offset, text.length))
    return { line: Math.max(line, 1), column: Math.max(col, 1), reason, detail, text: text.split(/\r?\n/)[line - 1] ?? '' }
  }
  if (document.errors.length)
    return { kind: 'broken', errors: document.errors.map(({ pos, code, message }) => broken(pos[0], reasonOf(code), message)) }
  let content: unknown
  try {
    content = document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (error) {
    return { kind: 'broken', errors: [broken(offsetOfBadAlias(document), 'alias', (error as Error).message)] }
  }
  const lineOf = (path: Path) => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] | null } | undefined
      if (node?.range) return lines.linePos(node.range[0]!).line
    }
    return null
  }
  return readContent(content, lineOf)
}

/** Where an alias without an anchor stands; 0 where each has one, and there are too many. */
function offsetOfBadAlias(document: Document.Parsed): number {
  let offset = 0
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return
      offset = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset
}

const REASONS: Partial<Record<ErrorCode, BrokenReason>> = {
  BAD_INDENT: 'indentation',
  BLOCK_IN_FLOW: 'indentation',
  TAB_AS_INDENT: 'tab',
  DUPLICATE_KEY: 'duplicateKey',
  MISSING_CHAR: 'missing',
  BAD_DQ_ESCAPE: 'quotes',
  BAD_SCALAR_START: 'quotes',
  BLOCK_AS_IMPLICIT_KEY: 'key',
  MULTILINE_IMPLICIT_KEY: 'key',
  KEY_OVER_1024_CHARS: 'key',
  NON_STRING_KEY: 'key',
  BAD_ALIAS: 'alias',
  ALIAS_PROPS: 'alias',
  MULTIPLE_DOCS: 'severalDocuments',
}
const reasonOf = (code: ErrorCode): BrokenReason => REASONS[code] ?? 'unexpected'

/**
 * Writes a provisioning file that the reference server and this page read alike, with the reference's keys. What the provisioning says
 * nothing about is left out. Texts that readers of older YAML take for something else are quoted.
 */
export function writeProvisioning({ impactTypes, components, phases, severities }: Provisioning): string {
  const document = new Document(
    {
      ...(impactTypes && {
        impactTypes: impactTypes.map(({ name, description }) => ({ displayname: name, ...(description && { description }) })),
      }),
      ...(components && { components: components.map(({ name, labels }) => ({ displayname: name, labels: labels ?? {} })) }),
      ...(phases && { phases: phases.map(name => ({ name })) }),
      ...(severities && { severities: severities.map(({ name, value }) => ({ name, value })) }),
    },
    { compat: 'yaml-1.1', aliasDuplicateObjects: false },
  )
  return document.toString({ lineWidth: 0 })
}

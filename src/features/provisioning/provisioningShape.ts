import type { Severity } from '@/domain/catalog/catalog'
import { isSeverity } from '@/domain/incident/impactSet'
import type { Provisioning, ProvisioningPart, WantedComponent, WantedImpactType } from '@/domain/catalog/provisioning'

/** What of well-formed YAML is no provisioning file. */
interface ShapeProblem {
  /** As in `components[3].labels.az`; empty for the whole file. */
  readonly path: string
  /** Counts from 1; null where the value stands somewhere else, behind an alias. */
  readonly line: number | null
  readonly code: ShapeProblemCode
}
type ShapeProblemCode = 'nothing' | 'notMap' | 'notList' | 'notEntry' | 'notText' | 'nameMissing' | 'notValue'

export type ReadContent =
  | { readonly kind: 'wrong'; readonly problems: readonly ShapeProblem[] }
  /** `ignored`: paths of what nobody reads, e.g. a mistyped key. */
  | { readonly kind: 'read'; readonly provisioning: Provisioning; readonly ignored: readonly string[] }

export type Path = readonly (string | number)[]
type Fields = Readonly<Record<string, unknown>>

/**
 * Reads the plain content of a provisioning file, of which nothing is believed. Keys are read in any case; a phase may be a bare text.
 * Names are taken without outer white space, as forms write them.
 * @param lineOf where the value at a path stands
 */
export function readContent(content: unknown, lineOf: (path: Path) => number | null): ReadContent {
  const problems: ShapeProblem[] = []
  const ignored: string[] = []
  const report = (path: Path, code: ShapeProblemCode) => {
    problems.push({ path: pathText(path), line: lineOf(path), code })
    return null
  }
  /** The value of the first key that is one of the names, in any case; with the key as it is written. */
  const field = (fields: Fields, path: Path, ...names: string[]): { path: Path; value: unknown } => {
    const key = Object.keys(fields).find(one => names.includes(plain(one)))
    return key === undefined ? { path, value: undefined } : { path: [...path, key], value: fields[key] ?? undefined }
  }
  const noteOthers = (fields: Fields, path: Path, ...names: string[]) => {
    const rest = Object.keys(fields).filter(key => !names.includes(plain(key)))
    ignored.push(...rest.map(key => pathText([...path, key])))
  }
  const text = ({ path, value }: { path: Path; value: unknown }): string | null => {
    if (value === undefined || value === null) return null
    return typeof value === 'string' ? value : report(path, 'notText')
  }
  const named = (value: string, path: Path) => value.trim() || report(path, 'nameMissing')
  const name = (fields: Fields, path: Path) => {
    const { path: at, value = '' } = field(fields, path, 'displayname', 'name')
    return typeof value === 'string' ? named(value, at) : report(at, 'notText')
  }
  const entries = <T>(part: ProvisioningPart, read: (value: unknown, path: Path) => T | null): T[] | null => {
    const { path, value } = field(content as Fields, [], part.toLowerCase())
    if (value === undefined) return null
    if (!Array.isArray(value)) return report(path, 'notList')
    return value.flatMap((one: unknown, index) => read(one, [...path, index]) ?? [])
  }
  const object =
    <T>(read: (fields: Fields, path: Path) => T | null) =>
    (value: unknown, path: Path) =>
      isMap(value) ? read(value, path) : report(path, 'notEntry')

  if (content === null || content === undefined || content === '') return { kind: 'wrong', problems: [problem('nothing')] }
  if (!isMap(content)) return { kind: 'wrong', problems: [problem('notMap')] }

  const labels = (given: { path: Path; value: unknown }): Record<string, string> | null => {
    if (given.value === undefined) return null
    if (!isMap(given.value)) return report(given.path, 'notMap')
    const texts = Object.entries(given.value).map(([key, value]) => [key, text({ path: [...given.path, key], value }) ?? ''])
    return Object.fromEntries(texts) as Record<string, string>
  }
  const provisioning: Provisioning = {
    impactTypes: entries(
      'impactTypes',
      object((fields, path): WantedImpactType | null => {
        noteOthers(fields, path, 'displayname', 'name', 'description', 'id')
        const id = text(field(fields, path, 'id'))
        const called = name(fields, path)
        const description = text(field(fields, path, 'description'))
        return called === null ? null : { id, name: called, description }
      }),
    ),
    components: entries(
      'components',
      object((fields, path): WantedComponent | null => {
        noteOthers(fields, path, 'displayname', 'name', 'labels', 'id')
        const id = text(field(fields, path, 'id'))
        const called = name(fields, path)
        const labelled = labels(field(fields, path, 'labels'))
        return called === null ? null : { id, name: called, labels: labelled }
      }),
    ),
    phases: entries('phases', (value, path) => {
      if (typeof value === 'string') return named(value, path)
      return object((fields, at) => {
        noteOthers(fields, at, 'name', 'displayname')
        return name(fields, at)
      })(value, path)
    }),
    severities: entries(
      'severities',
      object((fields, path): Severity | null => {
        noteOthers(fields, path, 'name', 'displayname', 'value')
        const called = name(fields, path)
        const { value, path: at } = field(fields, path, 'value')
        const isValue = typeof value === 'string' && /^\d{1,3}$/.test(value) && isSeverity(Number(value))
        if (!isValue) return report(at, 'notValue')
        return called === null ? null : { name: called, value: Number(value) }
      }),
    ),
  }
  noteOthers(content, [], 'impacttypes', 'components', 'phases', 'severities')
  if (problems.length) return { kind: 'wrong', problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
  if (Object.values(provisioning).every(part => part === null)) return { kind: 'wrong', problems: [problem('nothing')] }
  return { kind: 'read', provisioning, ignored }
}

const problem = (code: ShapeProblemCode): ShapeProblem => ({ path: '', line: null, code })
const isMap = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
/** `displayName`, `display_name` and `DisplayName` are one key. */
const plain = (key: string) => key.toLowerCase().replace(/[-_ ]/g, '')
const pathText = (path: Path) =>
  path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step), '')

import { isObject } from './wireObject'

/**
 * The API knows no pages, but what stands in front of it may: part of a list must not pass for all of it (docs/domain.md, "Answers that
 * are not whole").
 */

// Names are compared without capitals and separators.
const NEXT =
  /^(odata)?next(page|token|url|link|uri|href|cursor|offset|key)*$|^(has)?more$|^hasnext|(truncated|partial|incomplete(results)?)$/
const ERROR = /^err(or)?s?(msg|message)?$/
const REFUSAL = /^((success|ok): false|(status|code): (error|fail|[45]\d\d))$/i
const TOTAL = /^(records)?(total|count)(count|items|elements|results|records)?$/
const PAGES = /^(total|last|numberof)?pages?(count|total)?$/
const AROUND = /^(links|meta|pag|cursor)/
// What a server says is cut to a readable length.
const LONGEST = 300

/**
 * Why a body that has its `data` cannot be taken for a whole answer: it carries an error as well, or says that it failed.
 * @returns in the words of the answer; null where it carries none
 */
export function errorBeside(body: unknown): string | null {
  for (const [name, value] of Object.entries(isObject(body) && 'data' in body ? body : {})) {
    const text = told(name, value)
    if ((ERROR.test(plain(name)) && isSomething(value)) || REFUSAL.test(text)) return text
  }
  return null
}

/**
 * Why a list cannot be taken for the whole one: beside it stands that there is a next page, or that there are more than came.
 * @param came how many entries it has
 * @returns in the words of the answer; null where it tells of no more
 */
export function moreThan(body: unknown, came: number): string | null {
  for (const [name, value] of Object.entries(isObject(body) ? body : {})) {
    const key = plain(name)
    const most = TOTAL.test(key) ? came : PAGES.test(key) ? 1 : Infinity
    if (NEXT.test(key) && isSomething(value)) return told(name, value)
    if ((typeof value === 'number' || typeof value === 'string') && Number(value) > most)
      return `${told(name, value)}, ${came} came`
    const inner = AROUND.test(key) ? moreThan(value, came) : null
    if (inner) return inner
  }
  return null
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '')

const told = (name: string, value: unknown) =>
  name === 'data' ? '' : `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`.slice(0, LONGEST)

/** Anything but nothing, and lists and objects of it. */
const isSomething = (value: unknown): boolean => !!value && (typeof value !== 'object' || Object.values(value).some(isSomething))

import { errorDetail } from '@/api/errorDetail'
import { isObject } from '@/api/wireObject'

/** The API knows no pages (domain.md, "Incidents over time"), but what stands in front of it may: part of a list must not pass for all of it. */

// Names are compared without capitals and separators.
const NEXT =
  /^(odata)?next(page(token|url|link)?|link|url|uri|href|cursor|token|offset|key)?$|^has(more|next(page)?)$|^(is)?truncated$/
const TOTAL = /^(total|count|total(count|items|elements|results|records)|recordstotal)$/
const PAGES = /^(total|last|number of)?pages?(count|total)?$/
const AROUND = /^(links|meta(data)?|pag(e|ing|ination)(info)?|cursors?)$/

/**
 * Why a body that has its `data` cannot be taken for a whole answer: it carries an error as well.
 * @returns in the words of the answer; null where it carries none
 */
export function errorBeside(body: unknown): string | null {
  if (!isObject(body) || !('data' in body)) return null
  for (const name of ['error', 'errors']) {
    const error = body[name]
    if (isNothing(error)) continue
    const [said] = Array.isArray(error) ? (error as unknown[]) : [error]
    return `${name}: ${errorDetail(typeof said === 'string' ? said : { error: said }) ?? JSON.stringify(error)}`
  }
  return null
}

/**
 * Why a list cannot be taken for the whole one: beside it stands that there is a next page, or that there are more than came.
 * @param came how many entries it has
 * @returns in the words of the answer; null where it tells of no more
 */
export function moreThan(body: unknown, came: number): string | null {
  if (!isObject(body)) return null
  for (const [name, value] of Object.entries(body)) {
    const plain = name.toLowerCase().replace(/[^a-z]/g, '')
    const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN
    if (NEXT.test(plain) && !isNothing(value)) return `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`
    if (TOTAL.test(plain) && number > came) return `${name}: ${number}, ${came} came`
    if (PAGES.test(plain) && plain !== 'page' && number > 1) return `${name}: ${number}`
    const inner = AROUND.test(plain) ? moreThan(value, came) : null
    if (inner !== null) return inner
  }
  return null
}

const isNothing = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  value === 0 ||
  (typeof value === 'object' && !Object.keys(value).length)

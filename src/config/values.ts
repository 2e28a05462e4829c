import * as v from 'valibot'
import { isVisible } from '@/domain/characters'
import { isInstantOrDay } from './time'
import { filledIn, holdsOnly, isApiUrl, isIssuer, isLink, isResource } from './url'

// What may stand for one key of `config.json`, whichever it is. Every message is a code of `ConfigProblem`, optionally followed by ":" and
// what was expected; the texts that people read are made from it elsewhere (several languages on the page, English on the command line).

/** The languages that the page ships; the first one is the fallback of the default configuration. */
export const LANGUAGES = ['en', 'de', 'fr'] as const

export const filled = v.pipe(v.string(), v.nonEmpty('empty'))
/** A text for readers, as opposed to the keys and names that machines compare. */
export const readable = v.pipe(
  filled,
  v.check(text => text === '' || isVisible(text), 'invisible'),
)
export const color = v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, 'color:#rrggbb'))
export const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug'))
export const instant = v.pipe(v.string(), v.check(isInstantOrDay, 'instant'))
export const link = v.pipe(v.string(), v.check(isLink, 'url:link'))
export const resource = v.pipe(v.string(), v.check(isResource, 'url:resource'))
export const api = v.pipe(v.string(), v.check(isApiUrl, 'url:api'))
export const issuer = v.pipe(v.string(), v.check(isIssuer, 'url:issuer'))
export const addressWith = (placeholder: string, isAddress: (text: string) => boolean, message: string) =>
  v.pipe(
    v.string(),
    v.check(text => isAddress(filledIn(text)), message),
    v.check(holdsOnly(placeholder), `placeholder:${placeholder}`),
  )

export const whole = (min: number, max: number) => {
  const message = `range:${min}..${max}`
  return v.pipe(v.number(), v.integer(message), v.minValue(min, message), v.maxValue(max, message))
}

export const orNull = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null)

export const isSet = (value: unknown) => value !== undefined

export const localized = v.union([
  readable,
  v.pipe(
    v.object({ en: v.optional(readable), de: v.optional(readable), fr: v.optional(readable) } satisfies Record<
      (typeof LANGUAGES)[number],
      unknown
    >),
    v.check(texts => Object.values(texts).some(isSet), 'empty'),
  ),
])

const itemOf = (input: unknown, key: string | number, value: unknown) =>
  ({ type: 'unknown', origin: 'value', input, key, value }) as const

/** Tells what is wrong with an object as a whole, or with one of its keys. */
type Tell = (message: string, key?: string) => void

/** A check of several keys of an object as they are given, be it that some of them are wrong by themselves. */
export const checkKeys = <T>(check: (given: Readonly<Record<string, unknown>>, tell: Tell) => void) =>
  v.rawCheck<T>(({ dataset, addIssue }) => {
    const given = dataset.value as Record<string, unknown> | null | undefined
    if (typeof given !== 'object' || given === null) return
    check(given, (message, key) =>
      addIssue(key === undefined ? { message } : { message, path: [itemOf(given, key, given[key])] }),
    )
  })

/** The items of a list differ in this key. */
export const distinctBy = <Item extends object>(key: keyof Item & string) =>
  v.rawCheck<Item[]>(({ dataset, addIssue }) => {
    const items: unknown = dataset.value
    if (!Array.isArray(items)) return
    const values = items.map((item: Record<string, unknown> | null) => item?.[key])
    for (const [index, value] of values.entries()) {
      if (typeof value !== 'string' || values.indexOf(value) === index) continue
      const path = [itemOf(items, index, items[index]), itemOf(items[index], key, value)] as const
      addIssue({ message: 'unique', input: value, path: [...path] })
    }
  })

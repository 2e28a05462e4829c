import * as v from 'valibot'
import { isVisible } from '@/domain/characters'
import { isInstantOrDay, isTimeZone } from './time'
import { filledIn, holdsOnly, isApiUrl, isIssuer, isLink, isOwnPath, isResource } from './url'

// Every message below is a code of `ConfigProblem`, optionally followed by ":" and what was expected; the texts that
// people read are made from it elsewhere (several languages on the page, English on the command line).
// What each key means is told once, in keyDescriptions.ts, which only the tools load: it costs the page no bytes.

/** The languages that the page ships; the first one is the fallback of the default configuration. */
const LANGUAGES = ['en', 'de', 'fr'] as const

const filled = v.pipe(v.string(), v.nonEmpty('empty'))
/** A text for readers, as opposed to the keys and names that machines compare. */
const readable = v.pipe(
  filled,
  v.check(text => text === '' || isVisible(text), 'invisible'),
)
const color = v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, 'color:#rrggbb'))
const link = v.pipe(v.string(), v.check(isLink, 'url:link'))
const resource = v.pipe(v.string(), v.check(isResource, 'url:resource'))
const api = v.pipe(v.string(), v.check(isApiUrl, 'url:api'))
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug'))
const addressWith = (placeholder: string, isAddress: (text: string) => boolean, message: string) =>
  v.pipe(
    v.string(),
    v.check(text => isAddress(filledIn(text)), message),
    v.check(holdsOnly(placeholder), `placeholder:${placeholder}`),
  )
const isSet = (value: unknown) => value !== undefined

const whole = (min: number, max: number) => {
  const message = `range:${min}..${max}`
  return v.pipe(v.number(), v.integer(message), v.minValue(min, message), v.maxValue(max, message))
}

const orNull = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null)

const localized = v.union([
  readable,
  v.pipe(
    v.object({ en: v.optional(readable), de: v.optional(readable), fr: v.optional(readable) } satisfies Record<
      (typeof LANGUAGES)[number],
      unknown
    >),
    v.check(texts => Object.values(texts).some(isSet), 'empty'),
  ),
])

const aboutPage = v.pipe(
  v.object({
    path: slug,
    title: localized,
    markdown: v.optional(localized),
    source: v.optional(resource),
    url: v.optional(link),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const page = dataset.value as Record<string, unknown> | null | undefined
    if (typeof page !== 'object' || page === null) return
    if ([page.markdown, page.source, page.url].filter(isSet).length !== 1)
      addIssue({ message: 'exactlyOne:markdown, source, url' })
  }),
)

const itemOf = (input: unknown, key: string | number, value: unknown) =>
  ({ type: 'unknown', origin: 'value', input, key, value }) as const

/** The items of a list differ in this key. */
const distinct =
  <Item extends object>(key: keyof Item & string) =>
  ({ dataset, addIssue }: v.RawCheckContext<Item[]>) => {
    const items: unknown = dataset.value
    if (!Array.isArray(items)) return
    const values = items.map((item: Record<string, unknown> | null) => item?.[key])
    for (const [index, value] of values.entries()) {
      if (typeof value !== 'string' || values.indexOf(value) === index) continue
      const path = [itemOf(items, index, items[index]), itemOf(items[index], key, value)] as const
      addIssue({ message: 'unique', input: value, path: [...path] })
    }
  }

const severity = v.object({
  color: v.optional(color),
  colorDark: v.optional(color),
  good: v.optional(v.boolean()),
  weight: v.optional(whole(0, 100)),
  label: v.optional(localized),
})

const label = v.object({
  label: v.optional(localized),
  values: v.optional(v.record(v.string(), localized), {}),
})

const returning = orNull(addressWith('{return}', isResource, 'url:resource'))

/** What each mode of login cannot do without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = { oidc: ['issuer', 'clientId'], cookie: ['loginUrl'] }

const auth = v.pipe(
  v.object({
    mode: v.optional(v.picklist(['off', 'none', 'oidc', 'token', 'cookie']), 'off'),
    readsNeedLogin: v.optional(v.boolean(), false),
    issuer: orNull(v.pipe(v.string(), v.check(isIssuer, 'url:issuer'))),
    clientId: orNull(filled),
    scopes: v.optional(v.array(filled), ['openid', 'profile', 'email', 'offline_access']),
    bearer: v.optional(v.picklist(['id_token', 'access_token']), 'id_token'),
    resource: orNull(filled),
    logout: v.optional(v.picklist(['local', 'provider']), 'local'),
    loginUrl: returning,
    logoutUrl: returning,
    gate: orNull(v.object({ claim: filled, contains: filled })),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const given = dataset.value as Record<string, unknown> | null | undefined
    if (typeof given !== 'object' || given === null || typeof given.mode !== 'string') return
    for (const key of NEEDED[given.mode] ?? []) {
      const value = given[key]
      if (value === null || value === undefined) addIssue({ message: 'required', path: [itemOf(given, key, value)] })
    }
  }),
)

const template = v.object({
  name: localized,
  kind: v.picklist(['incident', 'maintenance', 'update']),
  title: localized,
  description: v.optional(localized),
  severity: v.optional(filled),
  impactType: v.optional(filled),
  phase: v.optional(filled),
})

const links = v.object({
  horizon: orNull(link),
  subscribe: orNull(link),
  feed: orNull(link),
  support: orNull(link),
  components: v.optional(v.array(v.object({ name: readable, url: addressWith('{componentId}', isLink, 'url:link') })), []),
})

const components = v.object({
  groupBy: orNull(filled),
  hiddenLabels: v.optional(v.array(filled), []),
  orderLabel: orNull(filled),
  descriptionLabel: orNull(filled),
  recordsSinceLabel: orNull(filled),
  retiredLabel: orNull(filled),
})

const instant = v.pipe(v.string(), v.check(isInstantOrDay, 'instant'))

const announcement = v.object({
  text: localized,
  from: orNull(instant),
  until: orNull(instant),
  level: v.optional(v.picklist(['info', 'warning']), 'info'),
})

/** One of several. What it leaves out is that of the page as a whole (siteConfig.ts). */
const provider = v.object({
  id: slug,
  name: readable,
  apiUrl: api,
  link: orNull(resource),
  links: v.optional(links),
  components: v.optional(components),
  recordsSince: v.optional(v.nullable(instant)),
  auth: v.optional(auth),
})

/** The shape of `config.json`, with every default: the one source of types, checks, JSON schema and docs/configuration.md. */
export const configSchema = v.pipe(
  v.object({
    $schema: v.optional(v.string()),
    apiUrl: v.optional(api),
    providers: v.optional(
      v.pipe(v.array(provider), v.minLength(1, 'empty'), v.rawCheck(distinct<v.InferOutput<typeof provider>>('id'))),
    ),
    title: v.optional(readable, 'Status'),
    logo: orNull(v.union([resource, v.object({ light: resource, dark: resource })])),
    description: orNull(localized),
    image: orNull(resource),
    icon: orNull(resource),
    robots: v.optional(v.picklist(['index', 'noindex']), 'index'),
    links: v.optional(links, {}),
    announcement: orNull(announcement),
    about: v.optional(v.pipe(v.array(aboutPage), v.rawCheck(distinct<v.InferOutput<typeof aboutPage>>('path'))), []),
    routing: v.optional(v.picklist(['history', 'hash']), 'history'),
    theme: v.optional(
      v.object({
        accent: v.optional(color, '#1d5fa8'),
        accentDark: orNull(color),
        mode: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
        palette: v.optional(v.picklist(['default', 'colour-blind', 'high-contrast']), 'default'),
        css: orNull(v.pipe(v.string(), v.check(isOwnPath, 'url:ownPath'))),
      }),
      {},
    ),
    severities: v.optional(v.record(v.string(), severity), {}),
    unknownWeight: v.optional(whole(0, 100), 100),
    phases: v.optional(v.record(v.string(), localized), {}),
    impactTypes: v.optional(v.record(v.string(), localized), {}),
    labels: v.optional(v.record(v.string(), label), {}),
    components: v.optional(components, {}),
    recordsSince: orNull(instant),
    historyDays: v.optional(whole(1, 400), 90),
    maintenancePreviewDays: v.optional(whole(0, 400), 30),
    pollIntervalSeconds: v.optional(whole(5, 86_400), 60),
    staleAfterSeconds: v.optional(whole(6, 604_800), 300),
    requestTimeoutSeconds: v.optional(whole(1, 300), 15),
    timeZone: v.optional(v.pipe(v.string(), v.check(isTimeZone, 'zone')), 'local'),
    languages: v.optional(
      v.pipe(
        v.array(v.picklist(LANGUAGES)),
        v.minLength(1, 'empty'),
        v.check(list => new Set(list).size === list.length, 'unique'),
      ),
      [...LANGUAGES],
    ),
    writingLanguage: orNull(v.picklist(LANGUAGES)),
    publicUrl: orNull(v.pipe(v.string(), v.check(isIssuer, 'url:issuer'))),
    auth: v.optional(auth, {}),
    templates: v.optional(v.array(template), []),
    firstPhase: v.optional(v.object({ incident: orNull(filled), maintenance: orNull(filled) }), {}),
    lastPhase: v.optional(v.object({ incident: orNull(filled), maintenance: orNull(filled) }), {}),
    shortNoticeHours: v.optional(whole(0, 8760), 72),
    snapshot: v.optional(v.picklist(['off', 'fallback', 'first', 'only']), 'off'),
    snapshotUrl: v.optional(resource, 'snapshot.json'),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const given = dataset.value as { apiUrl?: unknown; providers?: unknown } | null | undefined
    if (typeof given !== 'object' || given === null || isSet(given.apiUrl) !== isSet(given.providers)) return
    if (isSet(given.apiUrl)) addIssue({ message: 'exactlyOne:apiUrl, providers' })
    else addIssue({ message: 'required', path: [itemOf(given, 'apiUrl', undefined)] })
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const given = dataset.value as { providers?: unknown; snapshot?: unknown } | null | undefined
    if (typeof given !== 'object' || given === null || !Array.isArray(given.providers) || given.providers.length < 2) return
    // One file tells of one server.
    if (isSet(given.snapshot) && given.snapshot !== 'off')
      addIssue({ message: 'exactlyOne:providers, snapshot', path: [itemOf(given, 'snapshot', given.snapshot)] })
  }),
  v.forward(
    v.partialCheck(
      [['pollIntervalSeconds'], ['staleAfterSeconds']],
      ({ pollIntervalSeconds, staleAfterSeconds }) => staleAfterSeconds > pollIntervalSeconds,
      'moreThan:pollIntervalSeconds',
    ),
    ['staleAfterSeconds'],
  ),
)

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

/** What may be written into `config.json`. */
export type ConfigInput = v.InferInput<typeof configSchema>

/** A valid configuration of the page as a whole, with all defaults applied. */
export type ParsedSite = Frozen<v.InferOutput<typeof configSchema>>

/** The configuration that the pages of one provider have: that of the page as a whole, with what the provider has of its own. */
export type Config = Omit<ParsedSite, 'apiUrl' | 'providers'> & { readonly apiUrl: string }

/** A text in one language for all readers, or one text for each language. */
export type LocalizedText = Frozen<v.InferOutput<typeof localized>>

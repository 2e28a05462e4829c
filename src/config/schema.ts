import * as v from 'valibot'
import { PALETTES, THEME_MODES } from './choices'
import { isTimeZone } from './time'
import { isLink, isOwnPath, isResource } from './url'
import {
  addressWith,
  api,
  checkKeys,
  color,
  distinctBy,
  filled,
  instant,
  isSet,
  issuer,
  LANGUAGES,
  link,
  localized,
  orNull,
  readable,
  resource,
  slug,
  whole,
} from './values'

// What each key means is told once, in keyDescriptions.ts, which only the tools load: it costs the page no bytes.

const aboutPage = v.pipe(
  v.object({
    path: slug,
    title: localized,
    markdown: v.optional(localized),
    source: v.optional(resource),
    url: v.optional(link),
  }),
  checkKeys(({ markdown, source, url }, tell) => {
    if ([markdown, source, url].filter(isSet).length !== 1) tell('exactlyOne:markdown, source, url')
  }),
)

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
    issuer: orNull(issuer),
    clientId: orNull(filled),
    scopes: v.optional(v.array(filled), ['openid', 'profile', 'email', 'offline_access']),
    bearer: v.optional(v.picklist(['id_token', 'access_token']), 'id_token'),
    resource: orNull(filled),
    logout: v.optional(v.picklist(['local', 'provider']), 'local'),
    loginUrl: returning,
    logoutUrl: returning,
    gate: orNull(v.object({ claim: filled, contains: filled })),
  }),
  checkKeys((given, tell) => {
    if (typeof given.mode !== 'string') return
    for (const key of NEEDED[given.mode] ?? []) if (given[key] === null || given[key] === undefined) tell('required', key)
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

const phaseOfKind = v.optional(v.object({ incident: orNull(filled), maintenance: orNull(filled) }), {})

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
    providers: v.optional(v.pipe(v.array(provider), v.minLength(1, 'empty'), distinctBy<v.InferOutput<typeof provider>>('id'))),
    title: v.optional(readable, 'Status'),
    logo: orNull(v.union([resource, v.object({ light: resource, dark: resource })])),
    description: orNull(localized),
    image: orNull(resource),
    icon: orNull(resource),
    robots: v.optional(v.picklist(['index', 'noindex']), 'index'),
    links: v.optional(links, {}),
    announcement: orNull(announcement),
    about: v.optional(v.pipe(v.array(aboutPage), distinctBy<v.InferOutput<typeof aboutPage>>('path')), []),
    routing: v.optional(v.picklist(['history', 'hash']), 'history'),
    theme: v.optional(
      v.object({
        accent: v.optional(color, '#1d5fa8'),
        accentDark: orNull(color),
        mode: v.optional(v.picklist(THEME_MODES), 'system'),
        palette: v.optional(v.picklist(PALETTES), 'default'),
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
    publicUrl: orNull(issuer),
    auth: v.optional(auth, {}),
    templates: v.optional(v.array(template), []),
    firstPhase: phaseOfKind,
    lastPhase: phaseOfKind,
    shortNoticeHours: v.optional(whole(0, 8760), 72),
    snapshot: v.optional(v.picklist(['off', 'fallback', 'first', 'only']), 'off'),
    snapshotUrl: v.optional(resource, 'snapshot.json'),
  }),
  checkKeys(({ apiUrl, providers }, tell) => {
    if (isSet(apiUrl) !== isSet(providers)) return
    if (isSet(apiUrl)) tell('exactlyOne:apiUrl, providers')
    else tell('required', 'apiUrl')
  }),
  checkKeys(({ providers, snapshot }, tell) => {
    // One file tells of one server.
    const isOfSeveral = Array.isArray(providers) && providers.length > 1
    if (isOfSeveral && isSet(snapshot) && snapshot !== 'off') tell('exactlyOne:providers, snapshot', 'snapshot')
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

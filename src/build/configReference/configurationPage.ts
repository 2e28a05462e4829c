import type { JsonSchema } from '@valibot/to-json-schema'
import { exampleConfig, exampleOfSeveral } from './exampleConfig'
import { isSchema, keysOf, type KeyEntry } from './jsonSchema'

/** A part of docs/configuration.md: keys of the first level, which are told with all that is below them. */
interface Section {
  readonly title: string
  readonly text: string
  readonly keys: readonly string[]
}

const PREFACE = `# Configuration

<!-- Generated from the schema by npm run generate:config: change src/config/schema.ts or src/build/configReference/ instead. -->

The page reads \`config.json\`, beside \`index.html\`, at each visit: nothing has to be built anew. Only \`apiUrl\` (or \`providers\`) is
required. The smallest configuration is

\`\`\`json
{ "apiUrl": "https://status-api.example.org" }
\`\`\`

- **Write it as YAML or JSON** and let \`npm run configure -- my-config.yaml\` check it and put it into the build, with the policy that
  follows from it (see [Security](security.md)). It then stands in \`index.html\` and \`404.html\` too, which saves visitors a round trip and
  lets the status be drawn before the page is there. Those pages do not ask for \`config.json\`: run the command again after every change.
- **By hand** a \`config.json\` beside \`index.html\` works as well, and so does
  \`<script type="application/json" id="scs-config">\` in \`index.html\`.
- **What is wrong** is listed by the page (and by the command) all at once, each problem with its path. Unknown keys are ignored, and named
  in the footer.
- **Editors** complete and check the file by \`"$schema": "./config.schema.json"\`. Every build has that schema,
  [\`config.example.json\`](../public/config.example.json) with every key, and
  [\`config.providers.example.json\`](../public/config.providers.example.json).

In the tables, \`[]\` is an item of a list and \`<name>\` a name of your own or of the server. _Texts by language_ are an object such as
\`{ "en": "Imprint", "de": "Impressum" }\`; readers of another language get the first text that there is.`

const SECTIONS: readonly Section[] = [
  {
    title: 'Where the status comes from',
    text: 'One API, or a list of providers with an API each.',
    keys: ['$schema', 'apiUrl', 'providers'],
  },
  {
    title: 'Name and looks',
    text: 'Visitors may choose another mode and palette, which their browser keeps.',
    keys: ['title', 'logo', 'description', 'image', 'icon', 'robots', 'theme', 'routing'],
  },
  {
    title: 'Links, announcement and pages of your own',
    text: 'The API has no subscriptions and sends no notifications. Where another service does that, `links.subscribe` and `links.feed` lead there.',
    keys: ['links', 'announcement', 'about'],
  },
  {
    title: 'Words and severities',
    text: 'Severities, impact types, phases and labels are data of the server. These keys say how they look and read, and what counts as downtime.',
    keys: ['severities', 'unknownWeight', 'phases', 'impactTypes', 'labels'],
  },
  {
    title: 'Components and periods',
    text: 'Labels of the server group and order the components; periods say how much past and future is shown.',
    keys: ['components', 'recordsSince', 'historyDays', 'maintenancePreviewDays'],
  },
  {
    title: 'Asking the API',
    text: 'After a failure the page asks again after five seconds, then ever later up to `pollIntervalSeconds`, give or take a quarter.',
    keys: ['pollIntervalSeconds', 'staleAfterSeconds', 'requestTimeoutSeconds'],
  },
  {
    title: 'Published files',
    text: 'The status as files, for when the API is away, and for crowds: see [Publishing](publish.md). They are as stale as any answer after `staleAfterSeconds`.',
    keys: ['snapshot', 'snapshotUrl'],
  },
  {
    title: 'Time and languages',
    text: 'Visitors may choose otherwise; this is what they begin with.',
    keys: ['timeZone', 'languages'],
  },
  {
    title: 'Operators',
    text: 'Who may manage, and what the forms begin with: see [Login](login.md), [Managing](manage.md) and [The reference server](reference-server.md).',
    keys: ['auth', 'templates', 'firstPhase', 'lastPhase', 'shortNoticeHours', 'writingLanguage', 'publicUrl'],
  },
]

const SEVERAL = `## Several providers

\`/\` is then an overview, a table to sort: for each provider its state, what is wrong, since when, its last days, and when it last
answered. A search looks through the components and incidents of all.

- Each provider is asked by itself: one that is down, slow or no status API at all is told as such and holds up nobody.
- Everything that a page of one provider has lies below \`/p/<id>/\`: incidents, \`/p/<id>/manage\`, and the login, whose redirect address is
  \`p/<id>/login\`. A login at one provider is none at another.
- \`links\`, \`components\`, \`recordsSince\` and \`auth\` may differ by provider, each as a whole; everything else is said once for all, and so
  are the pages of \`about\` and what visitors choose under “Display”.
- Each API must allow the page's origin (CORS).

With one entry in the list, as with \`apiUrl\`, nothing of several shows or is loaded.`

const asCode = (values: readonly unknown[]) => values.map(value => `\`${String(value)}\``).join(', ')
const isByLanguage = ({ properties }: JsonSchema) => properties?.['en'] !== undefined

/** What a list is of. */
const itemsOf = ({ items }: JsonSchema) => {
  if (!isSchema(items) || items.type === 'object') return 'objects'
  return items.enum ? asCode(items.enum) : `${typeOf(items)}s`
}

/** The kind of value that a key takes, in words. */
const typeOf = (schema: JsonSchema): string => {
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

const defaultOf = ({ schema, isRequired }: KeyEntry, isGroup: boolean) => {
  if (isRequired) return 'required'
  if (isGroup && JSON.stringify(schema.default) === '{}') return ''
  return schema.default === undefined ? 'none' : `\`${JSON.stringify(schema.default)}\``
}

const isBelow = (path: string, name: string) => path.startsWith(`${name}.`) || path.startsWith(`${name}[]`)

const tableOf = (keys: readonly KeyEntry[]) => {
  const rows = keys.map(key => {
    const isGroup = keys.some(({ path }) => isBelow(path, key.path))
    const cells = [`\`${key.path}\``, typeOf(key.schema), defaultOf(key, isGroup), key.schema.description ?? '']
    return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  return ['| key | type | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

// As Prettier would write it: a list of texts on one line.
const withShortLists = (json: string) =>
  json.replace(/\[\s+("[^"\n]*"(?:,\s+"[^"\n]*")*)\s+\]/g, (_, items: string) => `[${items.replace(/,\s+/g, ', ')}]`)

/** A configuration as people write it. */
export const toJson = (value: unknown) => withShortLists(`${JSON.stringify(value, null, 2)}\n`)

const json = (value: unknown) => `\`\`\`json\n${toJson(value)}\`\`\``

/** The part of the example that shows the keys of a section. */
const exampleOf = (names: readonly string[]) => {
  const shown = Object.entries(exampleConfig).filter(([name]) => names.includes(name))
  return json(Object.fromEntries(shown))
}

/** docs/configuration.md: every key by sections. Throws for a key that no section has, and for a section's that is none. */
export const configurationPage = (schema: JsonSchema) => {
  const told = SECTIONS.flatMap(({ keys }) => keys)
  const known = Object.keys(schema.properties ?? {})
  const strange = [...known.filter(name => !told.includes(name)), ...told.filter(name => !isSchema(schema.properties?.[name]))]
  if (strange.length > 0) throw new Error(`docs/configuration.md needs one section for each of: ${strange.join(', ')}`)

  const all = keysOf(schema)
  const parts = SECTIONS.flatMap(({ title, text, keys: names }) => {
    const keys = names.flatMap(name => all.filter(({ path }) => path === name || isBelow(path, name)))
    return [`## ${title}`, text, tableOf(keys), exampleOf(names)]
  })
  return `${[PREFACE, ...parts, SEVERAL, json(exampleOfSeveral)].join('\n\n')}\n`
}

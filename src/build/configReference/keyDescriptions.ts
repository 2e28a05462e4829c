/**
 * What each key means: the one source of the descriptions in the JSON schema and of docs/configuration.md. A list item is
 * `[]`, a freely chosen name `<name>`. A test fails when a key lacks a description, or a description its key.
 * Kept beside the Valibot schema rather than in it, so that the page does not load texts that only tools read.
 */
export const KEY_DESCRIPTIONS: Readonly<Record<string, string>> = {
  $schema: 'Lets editors complete and check this file; the page ignores it.',
  apiUrl:
    'Where the SCS Status Page API answers: an address (`https://status-api.example.org`), a path (`/api`), or `demo` for the built-in demo. Paths such as `/components` are appended. Exactly one of `apiUrl` and `providers`.',
  providers:
    'Several providers on one page, in this order, each with an API of its own; see “Several providers”. A list of one is the same as `apiUrl`.',
  'providers[].id': 'Part of its addresses (`/p/<id>/`): lower-case letters, digits, hyphens.',
  'providers[].name': 'What readers know it by.',
  'providers[].apiUrl': 'Where its API answers; as `apiUrl` above.',
  'providers[].link': 'Address of its own site.',
  'providers[].links': 'Its `links`; without it, those below hold.',
  'providers[].components': 'How its `components` are listed; without it, what is below holds.',
  'providers[].recordsSince': 'Its `recordsSince`; without it, the one below holds.',
  'providers[].auth': 'How its operators log in: the keys of `auth`, as a whole; without it, the `auth` below holds.',
  title: 'Name of the page: in its header and in the tab of the browser.',
  logo: 'Picture beside the title: an address or a path relative to the page, or one for light and one for dark backgrounds.',
  'logo.light': 'Logo for light backgrounds.',
  'logo.dark': 'Logo for dark backgrounds.',
  description:
    'What search engines and previews of links say about the page: one text, or one for each language, of which they get that of the first one of `languages`. `npm run configure` writes it into the page, as it does the three keys below.',
  image: 'Picture for previews of links; only a whole address is found by all who draw them.',
  icon: 'Picture for home screens, a square PNG of 180 pixels or more: an address or a path relative to the page. The icon of the tab is drawn by the page.',
  robots: '`index`, or `noindex` to ask search engines not to list the page.',
  links: 'Links beside the status. Each is an `http(s)` or `mailto:` address or a path; `null` shows none.',
  'links.horizon': 'The dashboard of the cloud, such as OpenStack Horizon.',
  'links.subscribe': 'Where readers subscribe to news.',
  'links.feed': 'An RSS or Atom feed.',
  'links.support': 'Where readers get help.',
  'links.components': 'Links that every component gets.',
  'links.components[].name': 'Text of the link.',
  'links.components[].url': 'Its address; `{componentId}` stands for the id of the component.',
  announcement:
    'What the provider has to say beside the status, such as a coming change. It is no incident: verdict, title and icon do not know of it. Readers may dismiss it, until its text is another one.',
  'announcement.text': 'Its text as Markdown: one text, or one for each language.',
  'announcement.from': 'Since when it is shown, as a day (in UTC) or a time with offset; `null` shows it at once.',
  'announcement.until': 'Until when, a day included; `null` has no end.',
  'announcement.level': '`info` or `warning`.',
  about: 'Pages of your own, linked in the footer: imprint, privacy and others.',
  'about[].path': 'Last part of its address (`about/imprint`): lower-case letters, digits, hyphens.',
  'about[].title': 'Its title: one text, or one for each language (`{ "en": "Imprint", "de": "Impressum" }`).',
  'about[].markdown':
    'Its content as Markdown: one text, or one for each language. Exactly one of `markdown`, `source` and `url`.',
  'about[].source': 'Address of a Markdown file with its content, relative to the page (`imprint.md`).',
  'about[].url': 'Address of a page elsewhere, which the footer links to instead.',
  routing:
    'How addresses of the page look: `history` (`/incidents/1`; the host answers unknown paths with the page), or `hash` (`#/incidents/1`; any host will do).',
  theme: 'Colors and mode that readers see first; they may choose another mode and palette.',
  'theme.accent': 'Accent color, as `#rrggbb`.',
  'theme.accentDark': 'Accent color on dark backgrounds; `null` derives it from `accent`.',
  'theme.mode': '`light`, `dark`, or `system` for what the reader’s device asks for.',
  'theme.palette': 'Colors of states: `default`, `colour-blind` or `high-contrast`.',
  'theme.css':
    'A style sheet of your own, loaded after those of the page: a path of the page’s own host, relative to the page (`brand.css`) or to the host (`/brand.css`).',
  severities: 'Overrides for severities of the API, by their `displayName`.',
  'severities.<name>.color': 'Its color, as `#rrggbb`.',
  'severities.<name>.colorDark': 'Its color on dark backgrounds.',
  'severities.<name>.good':
    'Whether the component still counts as working. Without it, only the lowest severity does, and only where there are three or more.',
  'severities.<name>.weight':
    'How much of the affected time counts as downtime, in whole percent. Without it, 0 for good severities and 100 for the others.',
  'severities.<name>.label':
    'What readers see in place of its `displayName`: one text, or one for each language; in a language without a text it stays. Addresses, exports and what operators send keep it always.',
  unknownWeight:
    'How much of the affected time counts as downtime where no band covers the severity of the impact, in whole percent.',
  phases: 'What readers see in place of the names of phases, by these names: `{ "Investigating": { "de": "Wird untersucht" } }`.',
  impactTypes: 'The same for impact types, by their `displayName`.',
  labels: 'The same for labels, by their keys.',
  'labels.<name>.label': 'What readers see in place of the key.',
  'labels.<name>.values':
    'What they see in place of its values, by these values: `{ "eu-de-1": { "en": "Frankfurt 1" } }`. Where a value lists several groups, each is looked up by itself.',
  components: 'How components are listed, by the labels that the API gives them.',
  'components.groupBy': 'Key of the label by which components are grouped at first; `null` shows one list.',
  'components.hiddenLabels': 'Keys of labels that are not shown.',
  'components.orderLabel': 'Key of the label whose number orders components; `null` orders by name.',
  'components.descriptionLabel': 'Key of the label that holds a description of the component.',
  'components.recordsSinceLabel': 'Key of the label that holds, for one component, what `recordsSince` holds for all.',
  'components.retiredLabel':
    'Key of the label that marks a component as retired, whatever its value, such as `retired`: the page no longer lists or counts it, its incidents keep its name. `null` knows no retired components.',
  recordsSince:
    'Since when incidents are recorded, as a day or a time with offset. Before it the page says “no data” instead of “available”.',
  historyDays: 'How many days the bars and the availability cover.',
  maintenancePreviewDays: 'How many days ahead planned maintenance is shown.',
  pollIntervalSeconds: 'How often the page asks the API for news.',
  staleAfterSeconds: 'From which age on data is marked as old; must be more than `pollIntervalSeconds`.',
  requestTimeoutSeconds: 'How long the page waits for one answer.',
  timeZone:
    'Zone of days and times: `local` (the reader’s), `utc`, or a name such as `Europe/Berlin`. Readers may choose another.',
  auth: 'Login for operators. None of it is the API’s business: the server’s 401 and 403 have the last word.',
  'auth.mode':
    '`off`: no management at all. `none`: anyone who reaches the page may manage (a proxy or a trusted network guards it). `oidc`: an OpenID provider. `token`: operators paste a bearer token. `cookie`: a proxy’s session.',
  'auth.readsNeedLogin':
    'Whether the whole API is behind the login. Then login comes first and reads carry the token as well; otherwise only writes do.',
  'auth.issuer': 'For `oidc`: the OpenID provider; `/.well-known/openid-configuration` is appended. Required there.',
  'auth.clientId': 'For `oidc`: the id of this page at the provider, a public client with PKCE. Required there.',
  'auth.scopes': 'For `oidc`: the scopes to ask for; `offline_access` asks for a refresh token.',
  'auth.bearer': 'For `oidc`: which token the API gets, `id_token` or `access_token`.',
  'auth.resource': 'For `oidc`: the resource that the access token is for (RFC 8707), where the provider wants one.',
  'auth.logout': 'For `oidc`: `local` forgets the login in this tab, `provider` ends the provider’s session as well.',
  'auth.loginUrl':
    'For `cookie`: where operators log in; `{return}` stands for the address to come back to, encoded. Required there.',
  'auth.logoutUrl': 'For `cookie`: where they log out; `{return}` as above. Without it the page offers no way to log out.',
  'auth.gate':
    'Who gets the management view, by a claim of the login (`oidc`); `null` lets everyone in who can log in. It only hides, the server decides.',
  'auth.gate.claim': 'Name of the claim, such as `groups`; dots lead into objects (`realm_access.roles`).',
  'auth.gate.contains': 'What the claim must be, or hold if it is a list.',
  templates:
    'Texts and values that operators may start from. A name that the server does not have is left out, and the operator is told.',
  'templates[].name': 'What operators choose it by: one text, or one for each language.',
  'templates[].kind': 'What it is for: `incident`, `maintenance` or `update`.',
  'templates[].title': 'Title; `{components}`, `{begin}` and the like are placeholders.',
  'templates[].description': 'Text, as Markdown, with the same placeholders.',
  'templates[].severity': 'Severity by its `displayName`.',
  'templates[].impactType': 'Impact type by its `displayName` or its id.',
  'templates[].phase': 'Phase by its name.',
  firstPhase:
    'The phases, by name in any case of letters, that new ones begin with. The reference server begins its list with `Scheduled`, which is none for an outage: there `incident` is `Investigation ongoing`. Where it is not set, or the server has no such phase, operators are asked once.',
  'firstPhase.incident': 'Phase of a new incident, such as `Investigation ongoing`; `null` asks.',
  'firstPhase.maintenance': 'Phase of a new maintenance, such as `Scheduled`; `null` asks.',
  lastPhase:
    'The phases, by name in any case of letters, that end what they are chosen for: with one of them the end is offered, and with the end this phase. Where the server has no such phase, it is its last one.',
  'lastPhase.incident': 'Phase of an incident that is over, such as `Done`; `null` takes the last.',
  'lastPhase.maintenance': 'Phase of a maintenance that is over or cancelled, such as `Done`; `null` takes the last.',
  shortNoticeHours: 'Maintenance that begins sooner than this many hours asks whether the notice is meant to be so short.',
  snapshot:
    'What the page does with the status that `scs-status publish` wrote as files: `off` nothing; `fallback` shows it, with its age, when the API fails or is silent; `first` shows it until the API has answered, and then as `fallback`; `only` never asks the API, so that a content network carries any crowd, and nobody can log in. For pages of one provider.',
  snapshotUrl: 'Where that lies: `snapshot.json`, counted from the page.',
  languages: 'Languages that readers may choose from; the first is used where the reader’s own is not among them.',
  writingLanguage:
    'Language of the words that the page writes for operators, such as “Cancelled:” or “Continues”, whatever language they read it in; `null` takes the first of `languages`.',
  publicUrl:
    'Where readers find this page (`https://status.example.org/`): links from one incident to another begin with it. `null` takes the address that the operator has opened.',
}

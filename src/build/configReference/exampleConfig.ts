import type { ConfigInput } from '@/config/schema'

/** What `public/config.example.json` shows: every key of a page of one provider once, with a value that makes sense. */
export const exampleConfig: ConfigInput = {
  $schema: './config.schema.json',
  apiUrl: 'https://status-api.example.org',
  title: 'Example Cloud status',
  logo: { light: 'https://www.example.org/logo-light.svg', dark: 'https://www.example.org/logo-dark.svg' },
  description: { en: 'What works at Example Cloud, and what does not', de: 'Was bei Example Cloud läuft und was nicht' },
  image: 'https://www.example.org/preview.png',
  icon: 'home-screen.png',
  robots: 'index',
  links: {
    horizon: 'https://dashboard.example.org/',
    subscribe: 'https://lists.example.org/status',
    feed: 'https://status.example.org/feed.atom',
    support: 'mailto:support@example.org',
    components: [{ name: 'Metrics', url: 'https://metrics.example.org/d/component?var-id={componentId}' }],
  },
  announcement: {
    text: {
      en: 'Region **north** moves to new hardware in May. [What changes](https://www.example.org/move)',
      de: 'Die Region **north** zieht im Mai auf neue Hardware um. [Was sich ändert](https://www.example.org/move)',
    },
    from: '2026-04-01',
    until: '2026-05-31',
    level: 'info',
  },
  about: [
    {
      path: 'imprint',
      title: { en: 'Imprint', de: 'Impressum' },
      markdown: {
        en: '## Example Cloud Ltd\n\n1 Example Street, Exampletown',
        de: '## Example Cloud GmbH\n\nBeispielweg 1, Beispielstadt',
      },
    },
    { path: 'privacy', title: { en: 'Privacy', de: 'Datenschutz' }, source: 'privacy.md' },
    { path: 'terms', title: 'Terms of use', url: 'https://www.example.org/terms' },
  ],
  routing: 'history',
  theme: { accent: '#1d5fa8', accentDark: '#7db4f0', mode: 'system', palette: 'default', css: 'brand.css' },
  severities: {
    limited: { color: '#8a6100', colorDark: '#e0b040', good: true, weight: 0, label: { en: 'Limited', de: 'Eingeschränkt' } },
    broken: { color: '#b3261e', colorDark: '#ff8a80', good: false, weight: 100, label: { en: 'Broken', de: 'Ausgefallen' } },
  },
  unknownWeight: 100,
  phases: { 'Investigation ongoing': { de: 'Wird untersucht' }, Scheduled: { de: 'Geplant' } },
  impactTypes: { Outage: { de: 'Ausfall' } },
  labels: { region: { label: { en: 'Region', de: 'Region' }, values: { 'eu-de-1': 'Frankfurt 1' } } },
  components: {
    groupBy: 'region',
    hiddenLabels: ['internal-id'],
    orderLabel: 'order',
    descriptionLabel: 'description',
    recordsSinceLabel: 'records-since',
    retiredLabel: 'retired',
  },
  recordsSince: '2026-01-01',
  historyDays: 90,
  maintenancePreviewDays: 30,
  pollIntervalSeconds: 60,
  staleAfterSeconds: 300,
  requestTimeoutSeconds: 15,
  timeZone: 'local',
  languages: ['en', 'de'],
  writingLanguage: 'en',
  publicUrl: 'https://status.example.org/',
  auth: {
    mode: 'oidc',
    readsNeedLogin: false,
    issuer: 'https://login.example.org',
    clientId: 'status-page',
    scopes: ['openid', 'profile', 'email', 'groups', 'offline_access'],
    bearer: 'id_token',
    resource: null,
    logout: 'local',
    loginUrl: 'https://proxy.example.org/oauth2/start?rd={return}',
    logoutUrl: 'https://proxy.example.org/oauth2/sign_out?rd={return}',
    gate: { claim: 'groups', contains: 'status-operators' },
  },
  templates: [
    {
      name: { en: 'API outage', de: 'Ausfall der API' },
      kind: 'incident',
      title: { en: 'API of {components} not reachable', de: 'API von {components} nicht erreichbar' },
      description: {
        en: 'Requests fail. We are looking into it.',
        de: 'Anfragen schlagen fehl. Wir untersuchen die Ursache.',
      },
      severity: 'broken',
      impactType: 'Outage',
      phase: 'Investigation ongoing',
    },
  ],
  firstPhase: { incident: 'Investigation ongoing', maintenance: 'Scheduled' },
  lastPhase: { incident: 'Done', maintenance: 'Done' },
  shortNoticeHours: 72,
}

/** What `public/config.providers.example.json` shows: a page of several providers. */
export const exampleOfSeveral: ConfigInput = {
  $schema: './config.schema.json',
  title: 'Example Group status',
  providers: [
    {
      id: 'north',
      name: 'Example Cloud North',
      apiUrl: 'https://status-api.north.example.org',
      link: 'https://north.example.org/',
      links: { horizon: 'https://dashboard.north.example.org/', support: 'mailto:support@north.example.org' },
      components: { groupBy: 'zone' },
      recordsSince: '2026-03-01',
      auth: { mode: 'oidc', issuer: 'https://login.north.example.org', clientId: 'status-page' },
    },
    { id: 'south', name: 'Example Cloud South', apiUrl: 'https://status-api.south.example.org' },
  ],
}

const ADDRESSES = [
  'https://example.org',
  'http://example.org/a?b=c#d',
  '/path',
  './x',
  '../x',
  'x.svg',
  'a/b c'.replace(' ', '%20'),
]
const REFUSED_ADDRESSES: [unknown, string][] = [
  ['', 'url'],
  ['javascript:alert(1)', 'url'],
  ['JavaScript:alert(1)', 'url'],
  [' javascript:alert(1)', 'url'],
  ['java\nscript:alert(1)', 'url'],
  ['data:text/html,x', 'url'],
  ['vbscript:x', 'url'],
  ['file:///etc/passwd', 'url'],
  ['blob:https://example.org/1', 'url'],
  ['ftp://example.org', 'url'],
  ['localhost:3000', 'url'],
  ['https://', 'url'],
  ['https://user:secret@example.org', 'url'],
  ['\\\\example.org', 'url'],
  [5, 'type'],
]
const LABEL = {
  fallback: null,
  good: [null, 'region'],
  bad: [
    ['', 'empty'],
    [5, 'type'],
  ] as [unknown, string][],
}
const LINK = { fallback: null, good: [null, ...ADDRESSES, 'mailto:help@example.org'], bad: REFUSED_ADDRESSES }
const PHASE = { ...LABEL, good: [null, 'Resolved'] }
const percent = (fallback: unknown) => ({
  fallback,
  good: [0, 50, 100],
  bad: [
    [-1, 'range'],
    [101, 'range'],
    [0.5, 'range'],
    ['5', 'type'],
    [null, 'type'],
  ] as [unknown, string][],
})
const whole = (fallback: number, min: number, max: number) => ({
  fallback,
  good: [min, fallback, max],
  bad: [
    [min - 1, 'range'],
    [max + 1, 'range'],
    [min + 0.5, 'range'],
    [String(fallback), 'type'],
    [Number.NaN, 'type'],
    [null, 'type'],
  ] as [unknown, string][],
})
const color = (fallback: unknown) => ({
  fallback,
  good: ['#1d5fa8', '#ABCDEF'],
  bad: [
    ['red', 'color'],
    ['#fff', 'color'],
    ['#1d5fa8ff', 'color'],
    ['url(x)', 'color'],
    [0, 'type'],
  ] as [unknown, string][],
})
const TEXT = (fallback: unknown) => ({
  fallback,
  good: ['Ausgefallen', { en: 'Broken', de: 'Ausgefallen' }, { fr: 'En panne' }],
  bad: [
    ['', 'empty'],
    [' ', 'invisible'],
    [{}, 'empty'],
    [5, 'type'],
  ] as [unknown, string][],
})
const TEXTS = {
  fallback: {},
  good: [{}, { ' Any name ': 'x', other: { de: 'y' } }],
  bad: [
    ['x', 'type'],
    [[], 'type'],
  ] as [unknown, string][],
}
const choice = (fallback: string, good: string[]) => ({
  fallback,
  good,
  bad: [
    ['other', 'choice'],
    ['', 'choice'],
    [null, 'choice'],
    [1, 'choice'],
  ] as [unknown, string][],
})

/** By its path: what each key of the configuration is by default, takes and refuses, with the kind of the problem. */
export const KEYS: Record<string, { fallback: unknown; good: unknown[]; bad: [unknown, string][] }> = {
  title: {
    fallback: 'Status',
    good: ['Cloud'],
    bad: [
      ['', 'empty'],
      [' ', 'invisible'],
      [null, 'type'],
      [{}, 'type'],
    ],
  },
  logo: {
    fallback: null,
    good: [null, ...ADDRESSES, { light: 'a.svg', dark: 'b.svg' }],
    bad: [...REFUSED_ADDRESSES, ['mailto:a@b', 'url']],
  },
  'links.horizon': LINK,
  'links.subscribe': LINK,
  'links.feed': LINK,
  'links.support': LINK,
  'links.components': {
    fallback: [],
    good: [[{ name: 'Logs', url: 'https://logs.example.org/{componentId}?q={componentId}' }], [{ name: 'x', url: '/x' }]],
    bad: [
      [{}, 'type'],
      ['/x', 'type'],
    ],
  },
  about: {
    fallback: [],
    good: [[{ path: 'imprint', title: 'Imprint', markdown: '# x' }]],
    bad: [
      [null, 'type'],
      [{}, 'type'],
      ['x', 'type'],
    ],
  },
  'theme.accent': color('#1d5fa8'),
  'theme.accentDark': { ...color(null), good: [null, '#1d5fa8'] },
  'theme.mode': choice('system', ['system', 'light', 'dark']),
  'theme.palette': choice('default', ['default', 'colour-blind', 'high-contrast']),
  announcement: {
    fallback: null,
    good: [null],
    bad: [
      ['x', 'type'],
      [[], 'type'],
    ],
  },
  'severities.broken.color': color(undefined),
  'severities.broken.colorDark': color(undefined),
  'severities.broken.good': {
    fallback: undefined,
    good: [true, false],
    bad: [
      ['yes', 'type'],
      [1, 'type'],
      [null, 'type'],
    ],
  },
  'severities.broken.weight': percent(undefined),
  'severities.broken.label': TEXT(undefined),
  phases: TEXTS,
  impactTypes: TEXTS,
  'labels.region.label': TEXT(undefined),
  'labels.region.values': TEXTS,
  unknownWeight: percent(100),
  'components.groupBy': LABEL,
  'components.hiddenLabels': {
    fallback: [],
    good: [[], ['a', 'b']],
    bad: [
      ['a', 'type'],
      [null, 'type'],
    ],
  },
  'components.orderLabel': LABEL,
  'components.descriptionLabel': LABEL,
  'components.recordsSinceLabel': LABEL,
  'components.retiredLabel': LABEL,
  recordsSince: {
    fallback: null,
    good: [null, '2026-01-01', '2024-02-29', '2026-01-01T08:00:00Z', '2026-01-01T08:00:00.5+10:30'],
    bad: [
      ['', 'instant'],
      ['2026-02-30', 'instant'],
      ['2026-13-01', 'instant'],
      ['2026-01-01T08:00:00', 'instant'],
      ['2026-01-01T24:00:00Z', 'instant'],
      ['2026-02-30T08:00:00Z', 'instant'],
      ['01.01.2026', 'instant'],
      [2026, 'type'],
    ],
  },
  shortNoticeHours: whole(72, 0, 8760),
  historyDays: whole(90, 1, 400),
  maintenancePreviewDays: whole(30, 0, 400),
  requestTimeoutSeconds: whole(15, 1, 300),
  timeZone: {
    fallback: 'local',
    good: ['local', 'utc', 'UTC', 'Europe/Berlin', 'Australia/Lord_Howe'],
    bad: [
      ['', 'zone'],
      ['Mars/Olympus', 'zone'],
      ['+01:00', 'zone'],
      [1, 'type'],
      [null, 'type'],
    ],
  },
  languages: {
    fallback: ['en', 'de', 'fr'],
    good: [['en'], ['de'], ['fr'], ['de', 'en']],
    bad: [
      [[], 'empty'],
      [['en', 'en'], 'unique'],
      ['en', 'type'],
      [null, 'type'],
    ],
  },
  writingLanguage: {
    fallback: null,
    good: [null, 'en', 'de', 'fr'],
    bad: [
      ['', 'choice'],
      ['it', 'choice'],
      [1, 'choice'],
    ],
  },
  publicUrl: {
    fallback: null,
    good: [null, 'https://status.example.org', 'http://example.org/status/'],
    bad: [
      ['', 'url'],
      ['/status', 'url'],
      ['https://example.org/?a', 'url'],
      ['javascript:alert(1)', 'url'],
      [1, 'type'],
    ],
  },
  'firstPhase.incident': PHASE,
  'firstPhase.maintenance': PHASE,
  'lastPhase.incident': PHASE,
  'lastPhase.maintenance': PHASE,
}

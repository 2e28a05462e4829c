// What an API may answer by mistake or malice. Nothing of it may run, break the page or hide what else there is to say.

/** Set by whatever manages to run. */
export const CANARY = 'pwned'
const attack = `globalThis.${CANARY}=1`
const FOREIGN = 'https://foreign.example'

/** Texts for every field that has one. */
export const hostileTexts: Readonly<Record<string, string>> = {
  script: `<script>${attack}</script>Script`,
  image: `<img src=x onerror="${attack}">Image`,
  svg: `<svg><script>${attack}</script><animate onbegin="${attack}" attributeName=x dur=1s /></svg>Vector`,
  'double quote': `" autofocus onfocus="${attack}" onmouseover="${attack}" x="`,
  'single quote': `' autofocus onfocus='${attack}' x='`,
  'closed title': `</title></style></textarea></noscript></script><script>${attack}</script>Closed`,
  template: `{{constructor.constructor('${attack}')()}} \${${attack}}`,
  message: `{name} @:app.search | {n} %{x} {'{'}`,
  'Markdown link': `[Press me](javascript:${attack}) [and me](JaVaScRiPt&colon;${attack}) [me](\tjava\nscript:${attack})`,
  'Markdown entity': `[Entity](&#106;&#97;vascript:${attack}) <javascript:${attack}> [reference][r]\n\n[r]: javascript:${attack}`,
  'Markdown data': `[Data](data:text/html,<script>${attack}</script>) [File](file:///etc/passwd) [Blob](blob:${FOREIGN}/x)`,
  'Markdown image': `![Pixel](${FOREIGN}/pixel.png) <img src="${FOREIGN}/pixel.png"> <a href="x" ping="${FOREIGN}">Ping</a>`,
  'Markdown title': `[Title](https://example.org "\\" onmouseover=\\"${attack}")`,
  frame: `<iframe src="javascript:${attack}"></iframe><iframe srcdoc="<script>parent.${CANARY}=1</script>"></iframe>Frame`,
  style: `<style>@import url(${FOREIGN}/x.css); body { display: none !important }</style><link rel=stylesheet href=${FOREIGN}>Style`,
  overlay: `<div style="position:fixed;inset:0;background:url(${FOREIGN}/x)">Overlay</div>`,
  redirect: `<base href="${FOREIGN}/"><meta http-equiv=refresh content="0;url=${FOREIGN}">Redirect`,
  form: `<form action="${FOREIGN}"><input name=createElement><button id=app>Send</button></form>`,
  clobber: `<a id=headline></a><a id=app name=config></a><img name=getElementById>Clobber`,
  mutation: `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${attack}&gt;">Mutation`,
  override: '\u202ereversed by an override',
  unbalanced: '\u2069\u202c\u2069Unbalanced\u2067\u202e',
  Hebrew: '\u05e9\u05dc\u05d5\u05dd 123 \u05e2\u05d5\u05dc\u05dd!',
  Arabic: '(\u062e\u062f\u0645\u0629) 45% :',
  'zero width': '\u200b\u200c\u200d\u2060\ufeff',
  'blank letters': '\u3164\u2800\u115f \u00a0\u2003',
  'zero width within': 'Ze\u200bro wi\u00add\u200dth',
  stacked: `S${'\u0351\u036b\u0343\u036a\u0302'.repeat(3)}tacked`,
  emoji:
    '\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66\ud83c\udff3\ufe0f\u200d\ud83c\udf08 Emoji \ud83e\udd2f',
  'half a letter': '\ud83d half \udc69',
  controls: 'Con\u0000trol\u0007 \u001b[31m\r\n\ttext\u2028lines\u2029',
  'long word': 'x'.repeat(10_000),
  'long text': 'a name of many words '.repeat(500),
  'long Hebrew': '\u05e9\u05dc\u05d5\u05dd'.repeat(2_500),
  'long emoji': '\ud83e\udd2f'.repeat(5_000),
  prototype: '__proto__',
  constructor: 'constructor',
  path: '../../%2e%2e/%00?x#y',
  separators: 'a,b;c:d|e&f=g,,',
  null: 'null',
  object: '[object Object]',
  CSV: '=HYPERLINK("https://foreign.example","Open")',
  shell: `'; rm -rf / #$(${attack})\``,
}

/** Long texts of operators, for descriptions only. */
export const hostileDescriptions: Readonly<Record<string, string>> = {
  'a megabyte of words': 'Some words and then *more* of them. '.repeat(29_128),
  'a megabyte of one word': 'y'.repeat(1_048_576),
  'a megabyte of brackets': '['.repeat(1_048_576),
  'a megabyte of quotes': '> '.repeat(524_288),
  'a megabyte of stars': '*a '.repeat(349_525),
  'a megabyte of list': '- item\n'.repeat(149_796),
  'nested lists': Array.from({ length: 2_000 }, (_, depth) => `${'  '.repeat(depth)}- deep`).join('\n'),
  'many tags': '<b>'.repeat(50_000),
  'a wide table': `|${' column |'.repeat(200)}\n|${' --- |'.repeat(200)}\n|${' value |'.repeat(200)}`,
}

/** Times as they may come; none of them may become NaN. */
export const hostileTimes: readonly unknown[] = [
  ...['1969-12-31T23:59:59Z', '1900-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '0000-01-01T00:00:00+14:00'],
  ...['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59-23:59', '10000-01-01T00:00:00Z', '+275760-09-13T00:00:00Z'],
  ...['2026-02-30T10:00:00Z', '2026-03-10', '2026-03-10T10:00:00', '10.03.2026', 'yesterday', '', ' ', 'Infinity', 'NaN'],
  ...['2026-03-10T10:00:00+14:00', '2026-03-10T10:00:00-00:00', '2026-03-10T10:00:00+05:45', '2026-03-10T10:00:00+99:99'],
  ...['2026-03-10t10:00:00.123456789z', '2026-12-31T23:59:60Z', '2026-03-10T24:00:00Z', '2026-03-29T02:30:00+01:00'],
  ...[null, undefined, 0, -1, 1e20, 1_773_136_800, true, [], {}, ['2026-03-10T10:00:00Z']],
]

/** Severity values of impacts as they may come. */
export const hostileValues: readonly unknown[] = [
  ...[0, 1, 50, 100, 101, 1e9, -1, -100, 0.5, 33.333, -0, 2 ** 53, 1e308],
  ...[null, undefined, '', '50', 'high', true, [], {}],
]

/** Lists of severities as they may come. */
export const hostileSeverities: Readonly<Record<string, readonly unknown[]>> = {
  none: [],
  unsorted: [severity('Critical', 100), severity('Minor', 33), severity('Major', 66)],
  equal: [severity('One', 50), severity('Other', 50), severity('Third', 50)],
  'same name': [severity('Same', 33), severity('Same', 66), severity('Same', 100)],
  'above 100': [severity('Huge', 1_000), severity('Larger', 1e12)],
  negative: [severity('Below', -1), severity('Deep', -1e9), severity('Minor', 50)],
  fractional: [severity('Half', 0.5), severity('Third', 33.3), severity('Whole', 100)],
  'zero only': [severity('Nothing', 0)],
  'not numbers': [severity('Text', '50'), severity('Nothing', null), severity('List', []), {}],
  unnamed: [severity('', 50), severity(null, 60), { value: 70 }, severity('\u200b', 80)],
  many: Array.from({ length: 500 }, (_, index) => severity(`Band ${index}`, index + 1)),
  'every text': Object.values(hostileTexts).map((text, index) => severity(text, index + 1)),
}

function severity(displayName: unknown, value: unknown) {
  return { displayName, value }
}

/** An incident with this many impacts. */
export const MANY_IMPACTS = 10_000

/** Addresses that no configuration may lead to. */
export const hostileLinks: readonly string[] = [
  ...[`javascript:${attack}`, ` javascript:${attack}`, `java\tscript:${attack}`, `JAVASCRIPT:${attack}`, `vbscript:${attack}`],
  ...[`data:text/html,<script>${attack}</script>`, 'file:///etc/passwd', 'blob:https://foreign.example/x', '\u0001javascript:0'],
  ...['https://user:password@foreign.example/', '\\\\foreign.example', 'https://foreign.example/"onclick="x', 'about:blank', ''],
]

/** How many entries all of this has. */
export const HOSTILE_ENTRIES = [
  ...[hostileTexts, hostileDescriptions, hostileTimes, hostileValues, hostileSeverities, hostileLinks].map(
    part => Object.keys(part).length,
  ),
  1,
].reduce((sum, count) => sum + count)

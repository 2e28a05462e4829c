/* global addEventListener, document, fetch, FormData, location, navigator, URLSearchParams */
// Shows at work what docs/embed.md says, on the API of this status page.

const language =
  navigator.languages.map(tag => tag.slice(0, 2).toLowerCase()).find(code => ['en', 'de', 'fr'].includes(code)) ?? 'en'
const other = { en: 'de', de: 'en', fr: 'de' }[language]
const words = {
  en: {
    badges: 'Badges: the whole, in two looks of this page',
    other: 'In German, light and dark',
    single: 'Single components',
    labelled: 'Components with the label',
    list: 'A list',
  },
  de: {
    badges: 'Badges: das Ganze, in zwei Gestaltungen dieser Seite',
    other: 'Auf Englisch, hell und dunkel',
    single: 'Einzelne Komponenten',
    labelled: 'Komponenten mit dem Label',
    list: 'Eine Liste',
  },
  // The element itself has no French words.
  fr: {
    badges: 'Badges : le tout, dans deux apparences de cette page',
    other: 'En allemand, clair et sombre',
    single: 'Composants seuls',
    labelled: 'Composants avec l’étiquette',
    list: 'Une liste',
  },
}[language]

document.documentElement.lang = language
for (const text of document.body.querySelectorAll('[lang]')) text.hidden = text.lang !== language
document.title = document.querySelector('h1 :not([hidden])').textContent

const frame = document.getElementById('status')
const isOurs = ({ source, origin }) => source === frame.contentWindow && origin === location.origin
addEventListener('message', e => isOurs(e) && e.data.type === 'scs-status:height' && (frame.height = e.data.height))

const choices = document.getElementById('choices')
choices.elements.lang.value = language
function showFrame() {
  const data = new FormData(choices)
  const parts = data.getAll('part').join(',')
  const address = `${start}${providers.length > 1 ? `p/${providers[0].id}/` : ''}?embed=${parts}&theme=${data.get('theme')}&lang=${data.get('lang')}`
  document.getElementById('address').textContent = address
  frame.src = new URL(address, location.href).href
}

function status(attributes, className = '') {
  const element = document.createElement('scs-status')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.className = className
  return element
}

function example(title, ...elements) {
  const heading = document.createElement('h3')
  const row = document.createElement('div')
  heading.textContent = title
  row.className = 'row'
  row.append(...elements)
  return [heading, row]
}

async function showElements({ name, api }) {
  const all = { api, provider: name, href: start }
  document.getElementById('badge').replaceChildren(status(all))
  const list = status({ ...all, look: 'list' }, 'wide')
  const elements = document.getElementById('elements')
  elements.replaceChildren(
    ...example(words.badges, status(all), status(all, 'own')),
    ...example(words.other, status({ ...all, lang: other, theme: 'light' }), status({ ...all, lang: other, theme: 'dark' })),
  )
  const components = await fetch(`${api}/components`)
    .then(response => response.json())
    .then(answer => answer.data ?? answer)
    .catch(() => [])
  const badges = components.slice(0, 4).map(({ id }) => status({ api, component: id }))
  const [key, value] = Object.entries(components[0]?.labels ?? {})[0] ?? []
  if (badges.length) elements.append(...example(words.single, ...badges))
  if (key) elements.append(...example(`${words.labelled} ${key}=${value}`, status({ api, label: `${key}=${value}` })))
  elements.append(...example(words.list, list))
}

let providers = []
/** Of the status page: under hash routing its host may know nothing but files. */
let start = './'
readProviders().then(found => {
  providers = found
  showFrame()
  choices.addEventListener('change', showFrame)
  const [first] = providers
  // The address may name an API only where the page has none: a page of yours must not show the status of somebody else.
  const asked = new URLSearchParams(location.search).get('api')
  const another = document.getElementById('another')
  if (first && first.api !== 'demo') return showElements(first)
  document.getElementById('source').hidden = true
  another.hidden = false
  if (asked && /^https?:/.test(asked)) {
    another.elements.api.value = asked
    return showElements({ name: '', api: asked.replace(/\/+$/, '') })
  }
})

/** The providers of the status page beside this one. */
async function readProviders() {
  try {
    const found = await (await fetch('config.json')).json()
    if (found.routing === 'hash') start = 'index.html#/'
    document.querySelector('header a').href = start
    const listed = found.providers ?? [{ id: '', name: found.title ?? '', apiUrl: found.apiUrl }]
    return listed.map(({ id, name, apiUrl }) => ({
      id,
      name,
      api: apiUrl === 'demo' ? apiUrl : new URL(apiUrl, location.href).href.replace(/\/+$/, ''),
    }))
  } catch {
    return []
  }
}

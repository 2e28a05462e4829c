import { SHAPES, type Look } from '@/look/levelLook'
import { CSS } from './styles'
import type { View } from './view'

/** The page of an element. */
export interface Drawing {
  /** Shows a view; what stays the same is not touched. */
  show(view: View, look: 'badge' | 'list', href: string | null): void
}

const SVG = 'http://www.w3.org/2000/svg'
let sheet: CSSStyleSheet | undefined

/** One for all elements. No style element: the policy of a page around may forbid those. */
function styles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(CSS)
  }
  return sheet
}

/** Makes what an element holds, once. Only texts and attributes, no HTML: nothing that a server says is ever parsed. */
export function createDrawing(root: ShadowRoot): Drawing {
  root.adoptedStyleSheets = [styles()]
  const name = make('bdi', 'name')
  const separator = make('span')
  const state = make('span', 'state', { part: 'state' })
  const aside = make('span', 'aside', { part: 'aside' })
  const shape = drawShape()
  const words = make('span', 'words', {}, name, separator, state, ' ', aside)
  name.part.add('name')
  const head = make('a', 'head', { part: 'headline' }, shape.svg, words)
  const hiddenReasons = make('span', 'spoken')
  const incidents = make('ul', 'incidents', { part: 'incidents' })
  const components = make('ul', 'components', { part: 'components' })
  const reasons = make('div', 'reasons', { part: 'reasons' })
  const age = make('p', 'age', { part: 'age' })
  const base = make('div', 'base', { part: 'base' }, head, incidents, reasons, components, age, hiddenReasons)
  const spoken = make('span', 'spoken', { role: 'status' })
  root.append(base, spoken)
  let said: string | null = null

  function show(view: View, look: 'badge' | 'list', href: string | null) {
    const isList = look === 'list'
    const headline = [view.name, view.headline].filter(Boolean).join(': ')
    const why = isList ? '' : view.reasons.join(' ')
    setAttribute(base, 'lang', view.language)
    setAttribute(base, 'class', `base is-${view.look}`)
    setAttribute(base, 'aria-busy', String(view.isLoading))
    setAttribute(head, 'href', href)
    setAttribute(head, 'title', why || null)
    shape.set(view.look)
    setText(name, view.name)
    setText(separator, view.name ? ': ' : '')
    setText(state, view.headline)
    setText(aside, view.aside ? `(${view.aside})` : '')
    // A title alone is not read out to everybody.
    setText(hiddenReasons, why)
    setText(age, isList ? view.age : '')
    setList(reasons, isList ? view.reasons : [], drawReason)
    setList(incidents, isList ? view.incidents : [], drawIncident)
    setList(components, isList ? view.components : [], drawComponent)
    for (const part of [incidents, components, reasons, age]) if (part.hidden === part.hasChildNodes()) part.hidden = !part.hidden
    // Only a change is spoken: a page with ten elements would talk through all of them at its begin.
    if (view.isLoading) return
    if (said !== null && said !== headline) setText(spoken, headline)
    said = headline
  }
  return { show }
}

const drawReason = (reason: string) => make('p', '', {}, reason)
const drawIncident = ({ title, since }: View['incidents'][number]) =>
  make('li', '', { part: 'incident' }, make('bdi', '', {}, title), ' ', make('span', 'since', {}, since))

function drawComponent({ name, look, word, beside }: View['components'][number]) {
  const icon = drawShape()
  icon.set(look)
  const state = make('span', 'state', { part: 'component-state' }, beside ? `${word}, ${beside}` : word)
  const bdi = make('bdi', '', { part: 'component-name' }, name)
  return make('li', `is-${look}`, { part: 'component' }, icon.svg, bdi, ' ', state)
}

// What says the same already is left alone: a poll that changed nothing writes nothing.

function setText(element: HTMLElement, text: string) {
  if (element.textContent !== text) element.textContent = text
}

function setAttribute(element: Element, name: string, value: string | null) {
  if (element.getAttribute(name) === value) return
  if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}

const drawn = new WeakMap<Element, string>()
function setList<T>(element: Element, items: readonly T[], draw: (item: T) => Element) {
  const facts = JSON.stringify(items)
  if (drawn.get(element) === facts) return
  drawn.set(element, facts)
  element.replaceChildren(...items.map(draw))
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (className) element.className = className
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...content)
  return element
}

function drawShape() {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('part', 'shape')
  svg.append(path)
  return { svg, set: (look: Look) => setAttribute(path, 'd', SHAPES[look]) }
}

import type { Look } from './shape'
import { SHAPES } from './shape'
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
  const words = make('span', 'words', {}, name, separator, state, aside)
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
  let shown = ''
  let said: string | null = null

  function show(view: View, look: 'badge' | 'list', href: string | null) {
    const facts = JSON.stringify([view, look, href])
    if (facts === shown) return
    shown = facts
    const isList = look === 'list'
    const headline = [view.name, view.headline].filter(Boolean).join(': ')
    base.lang = view.language
    base.className = `base is-${view.look}`
    base.ariaBusy = String(view.isLoading)
    shape.set(view.look)
    name.textContent = view.name
    separator.textContent = view.name ? ': ' : ''
    state.textContent = view.headline
    aside.textContent = view.aside ? ` (${view.aside})` : ''
    if (href === null) head.removeAttribute('href')
    else head.href = href
    head.title = isList ? '' : view.reasons.join(' ')
    // A link would be named by its title alone were it not for its text; who hears a badge hears its reasons behind it.
    hiddenReasons.textContent = isList ? '' : view.reasons.join(' ')
    reasons.replaceChildren(...(isList ? view.reasons.map(reason => make('p', '', {}, reason)) : []))
    age.textContent = isList ? view.age : ''
    incidents.replaceChildren(
      ...(isList ? view.incidents : []).map(incident =>
        make('li', '', { part: 'incident' }, make('bdi', '', {}, incident.title), ' ', make('span', 'since', {}, incident.since)),
      ),
    )
    components.replaceChildren(
      ...(isList ? view.components : []).map(component => {
        const icon = drawShape()
        icon.set(component.look)
        const word = component.word + (component.beside ? `, ${component.beside}` : '')
        return make(
          'li',
          `is-${component.look}`,
          { part: 'component' },
          icon.svg,
          make('bdi', '', { part: 'component-name' }, component.name),
          ' ',
          make('span', 'state', { part: 'component-state' }, word),
        )
      }),
    )
    for (const part of [incidents, components, reasons, age]) part.hidden = !part.hasChildNodes()
    // Only a change is spoken: a page with ten elements would talk through all of them at its begin.
    if (view.isLoading) return
    if (said !== null && said !== headline) spoken.textContent = headline
    said = headline
  }
  return { show }
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
  return { svg, set: (look: Look) => path.setAttribute('d', SHAPES[look]) }
}

import { SHAPES, type Appearance } from '@/theme/levelAppearance'
import { CSS } from './styles'
import type { View } from './view'

/** The page of an element. */
export interface Drawing {
  /** Shows a view; where it says the same as before nothing is touched. */
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

/** Makes what an element holds. Only texts and attributes, no HTML: nothing that a server says is ever parsed. */
export function createDrawing(root: ShadowRoot): Drawing {
  root.adoptedStyleSheets = [styles()]
  // They stay: the link keeps the focus, and a status is spoken by what was there before.
  const head = make('a', 'headline')
  const rest = make('div')
  const base = make('div', 'base', head, rest)
  const spoken = make('span', 'spoken')
  spoken.setAttribute('role', 'status')
  root.append(base, spoken)
  let drawn = ''
  let said: string | null = null

  function show(view: View, look: 'badge' | 'list', href: string | null) {
    const { name, headline, aside, reasons, incidents, components, age } = view
    const isList = look === 'list'
    const why = isList ? '' : reasons.join(' ')
    const facts = JSON.stringify([view.language, view.look, view.isLoading, href, why])
    if (facts !== drawn) {
      drawn = facts
      base.lang = view.language
      base.className = `base is-${view.look}`
      base.setAttribute('aria-busy', String(view.isLoading))
      if (href === null) head.removeAttribute('href')
      else head.href = href
      head.title = why
    }
    const words = make('span', 'words', ...(name && [make('bdi', 'name', name), ': ']), make('span', 'state', headline))
    if (aside) words.append(' ', make('span', 'aside', `(${aside})`))
    fill(head, [drawShape(view.look), words])
    fill(
      rest,
      isList
        ? [
            make('ul', 'incidents', ...incidents.map(drawIncident)),
            make('div', 'reasons', ...reasons.map(reason => make('p', '', reason))),
            make('ul', 'components', ...components.map(drawComponent)),
            make('p', 'age', age),
          ].filter(part => part.textContent)
        : // A title alone is not read out to everybody.
          [make('span', 'spoken', why)],
    )
    // Only a change is spoken: a page with ten elements would talk through all of them at its begin.
    if (view.isLoading) return
    const saying = name ? `${name}: ${headline}` : headline
    if (said !== null && said !== saying) spoken.textContent = saying
    said = saying
  }
  return { show }
}

/** What says the same already is left alone: a poll that changed nothing writes nothing. */
function fill(parent: HTMLElement, parts: readonly Element[]) {
  parts.forEach((part, index) => {
    const old = parent.children[index]
    if (!old) parent.append(part)
    else if (!old.isEqualNode(part)) old.replaceWith(part)
  })
  while (parent.children.length > parts.length) parent.lastChild!.remove()
}

const drawIncident = ({ title, since }: View['incidents'][number]) =>
  make('li', 'incident', make('bdi', '', title), ' ', make('span', 'since', since))

function drawComponent({ name, look, word, beside }: View['components'][number]) {
  const state = make('span', 'component-state', beside ? `${word}, ${beside}` : word)
  const row = make('li', 'component', drawShape(look), make('bdi', 'component-name', name), ' ', state)
  row.classList.add(`is-${look}`)
  return row
}

/** @param part what styles in here and those of a page around (`::part()`) know it by */
function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  part = '',
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (part) {
    element.className = part
    element.setAttribute('part', part)
  }
  element.append(...content)
  return element
}

function drawShape(look: Appearance) {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('part', 'shape')
  path.setAttribute('d', SHAPES[look])
  svg.append(path)
  return svg
}

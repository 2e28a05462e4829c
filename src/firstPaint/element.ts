import { scopes } from 'virtual:first-paint'

export type Child = Node | string | false | null | undefined
type Attributes = Readonly<Record<string, string | undefined>>

const SVG = 'http://www.w3.org/2000/svg'

/**
 * Makes elements as the named single-file components do, so that their styles apply. Only nodes and texts, no HTML: nothing that a
 * server says is ever parsed.
 * @param names the component itself; for its root also the one around it
 */
export function drawer(...names: readonly string[]) {
  return (tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement => {
    const element = document.createElement(tag)
    mark(element, names, attributes)
    element.append(...children.filter(child => child !== false && child !== null && child !== undefined))
    return element
  }
}

/** An icon of 24 x 24. */
export function drawIcon(names: readonly string[], path: string, size: number, attributes: Attributes = {}): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  mark(svg, names, { viewBox: '0 0 24 24', width: String(size), height: String(size), 'aria-hidden': 'true', ...attributes })
  const shape = document.createElementNS(SVG, 'path')
  mark(shape, names, { d: path })
  svg.append(shape)
  return svg
}

function mark(element: Element, names: readonly string[], attributes: Attributes): void {
  for (const name of names) element.setAttribute(scopes[name]!, '')
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value)
}

const SVG = 'http://www.w3.org/2000/svg'

/**
 * `#h` where there is no Vue: first paint and the custom element. Makes elements and texts, and parses no HTML, whatever a server says.
 * @param tag of HTML, `svg` or `path`
 * @param attributes undefined = not there
 */
export function h(tag: string, attributes: JSX.Attributes | null, ...children: readonly JSX.Node[]): JSX.Element {
  const element = tag === 'svg' || tag === 'path' ? document.createElementNS(SVG, tag) : document.createElement(tag)
  const { style, ...rest } = attributes ?? {}
  for (const name in style) element.style.setProperty(name, style[name]!)
  for (const name in rest) {
    const value = rest[name] as string | number | undefined
    if (value !== undefined && name !== 'key') element.setAttribute(name, String(value))
  }
  append(element, children)
  return element
}

function append(element: Element, children: readonly JSX.Node[]): void {
  for (const child of children)
    if (Array.isArray(child)) append(element, child as readonly JSX.Node[])
    else if (child !== undefined && child !== null && typeof child !== 'boolean') element.append(child as Node | string)
}

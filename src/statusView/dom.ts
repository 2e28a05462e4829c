const SVG = 'http://www.w3.org/2000/svg'

/**
 * `#h` where there is no Vue, in first paint. Makes elements and texts, and parses no HTML, whatever a server says.
 * @param tag of HTML, `svg` or `path`
 * @param attributes undefined = not there
 */
export function h(tag: string, attributes: JSX.Attributes | null, ...children: readonly JSX.Node[]): JSX.Element {
  const element = /^(svg|path)$/.test(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag)
  const { style, ...rest } = attributes ?? {}
  for (const name in style) element.style.setProperty(name, style[name]!)
  for (const name in rest) if (rest[name] !== undefined) element.setAttribute(name, rest[name] as string)
  for (const child of (children as unknown[]).flat(Infinity))
    if ((child && child !== true) || child === 0) element.append(child as Node | string)
  return element
}

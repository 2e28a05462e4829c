/** What the pieces are written in. Of elements only, by their HTML attributes: no components, no fragments. */
declare namespace JSX {
  type Element = globalThis.Element | SVGElement

  type Node = Element | string | number | boolean | null | undefined | readonly Node[]

  interface Attributes {
    readonly class?: string | undefined
    /** Custom properties and others, by their CSS names. */
    readonly style?: Readonly<Record<string, string>> | undefined
    readonly children?: Node
    readonly onClick?: ((event: MouseEvent) => void) | undefined
    readonly [attribute: string]: unknown
  }

  interface ElementChildrenAttribute {
    readonly children: unknown
  }

  type IntrinsicElements = Readonly<Record<keyof HTMLElementTagNameMap | 'svg' | 'path', Attributes>>
}

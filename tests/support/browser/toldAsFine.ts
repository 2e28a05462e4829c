import type { Frame } from 'playwright'
import { say } from './texts'

/** What a document tells by words and by colours. */
export interface Told {
  /** Title, texts, names for those who do not see, each on a line of its own. */
  readonly words: string
  /** Fills of the shapes that stand for a state now: marks, and of a bar the day of today. */
  readonly fills: readonly string[]
  /** The icon of the tab, as an address. */
  readonly icon: string
}

/** Looks at everything that a document shows or says, shadow trees included, but what can only be chosen (options of a filter). */
export const toldBy = (frame: Frame): Promise<Told> =>
  frame.evaluate(() => {
    const NAMES = ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'alt']
    const words = [document.title]
    const fills: string[] = []
    let icon = ''
    const isUnseen = (element: Element) =>
      ['SCRIPT', 'STYLE', 'OPTION', 'OPTGROUP', 'IFRAME', 'NOSCRIPT'].includes(element.tagName) ||
      element.getAttribute('role') === 'option'
    /** Whether a shape of a bar covers today, which stands at its right end. */
    const coversToday = (shape: SVGGeometryElement) => {
      const { width, height } = shape.ownerSVGElement!.viewBox.baseVal
      // A day may be two pixels wide, and a gap one.
      for (let y = 1; y < height; y += 2) if (shape.isPointInFill(new DOMPoint(width - 1, y))) return true
      return false
    }
    const look = (element: Element, isInBar: boolean) => {
      if (isUnseen(element)) return
      if (element instanceof HTMLLinkElement && element.rel === 'icon') icon = element.href
      for (const name of NAMES) words.push(element.getAttribute(name) ?? '')
      if (element instanceof SVGGeometryElement && element.checkVisibility() && (!isInBar || coversToday(element)))
        fills.push(getComputedStyle(element).fill)
      // One is to be pointed at, one is a picture in a table; marks are square.
      const isPicture = element instanceof SVGSVGElement && element.viewBox.baseVal.width > 2 * element.viewBox.baseVal.height
      const isBar = isInBar || element.getAttribute('role') === 'slider' || isPicture
      for (const child of [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])])
        if (child instanceof Element) look(child, isBar)
        else if (child instanceof Text && element.checkVisibility()) words.push(child.data)
    }
    look(document.documentElement, false)
    return {
      words: words
        .map(word => word.trim())
        .filter(Boolean)
        .join('\n'),
      fills,
      icon,
    }
  })

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What was known once may be told, as that: it is no word about now. */
const operational = { level: say('level.operational'), ago: '', time: '' }
const lastKnown = [say('level.lastKnown', operational), say('component.lastKnown', operational).split(', ')[0]!]
const LAST_KNOWN = new RegExp(lastKnown.map(escaped).join('|'), 'g')
/** Every text that calls something fine has this word in it, or is one of these. */
const FINE = [
  new RegExp(`.*${escaped(say('level.operational'))}.*`, 'gi'),
  ...[say('banner.operationalText'), say('past.nothingKnown')].map(text => new RegExp(escaped(text), 'g')),
]
/** On pages and in elements alike. */
const FINE_FILL = 'rgb(28, 124, 76)'
/** As the tab has it. */
const FINE_ICON = encodeURIComponent('#2a9d63')

/** Everything by which a document calls something fine. */
export const fineIn = ({ words, fills, icon }: Told): string[] => [
  ...FINE.flatMap(text => words.replace(LAST_KNOWN, '').match(text) ?? []),
  ...(fills.includes(FINE_FILL) ? ['a green shape'] : []),
  ...(icon.includes(FINE_ICON) ? ['a green icon'] : []),
]

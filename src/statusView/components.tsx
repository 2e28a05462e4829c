import { h } from '#h'
import { drawLevelMark } from './level'
import type { AxisModel, FoldModel, GroupHeadModel, RowHeadModel } from './model/components'

/** @param heading one below that of its group, if there is one */
export const drawRowHead = (
  { name, href, description, links }: RowHeadModel,
  heading: 'h3' | 'h4',
  onOpen?: (event: MouseEvent) => void,
) => (
  <div class="st-row-head">
    {h(
      heading,
      { class: 'st-row-name' },
      <a translate="no" href={href} onClick={onOpen}>
        {name}
      </a>,
    )}
    {description && <p class="small muted">{description}</p>}
    {links.length > 0 && (
      <p class="small no-print">
        {links.flatMap(link => [
          <a href={link.url} rel="noopener">
            {link.name}
          </a>,
          ' ',
        ])}
      </p>
    )}
  </div>
)

/** @param tag of a disclosure that works, or of what only looks like it */
export const drawGroupHead = ({ title, count, level }: GroupHeadModel, tag: 'summary' | 'div') =>
  h(tag, { class: 'st-group-head' }, <h3>{title}</h3>, <span class="small muted">{count}</span>, drawLevelMark(level, 'st-worst'))

/**
 * What a narrow screen does not show at once.
 * @param onToggle shows or hides it; without it, there is nothing to press
 */
export const drawFold = ({ text, level, isOpen }: FoldModel, onToggle?: () => void) =>
  h(
    onToggle ? 'button' : 'div',
    onToggle
      ? { class: 'st-fold no-print', type: 'button', 'aria-expanded': String(isOpen), onClick: onToggle }
      : { class: 'st-fold' },
    <span>{text}</span>,
    level && drawLevelMark(level),
  )

export const drawAxis = ({ first, last, availability }: AxisModel) => (
  <div class="st-axis" aria-hidden="true">
    <span class="st-axis-days">
      <span>{first}</span>
      <span>{last}</span>
    </span>
    <span class="st-axis-share">{availability}</span>
  </div>
)

import { h } from '#h'
import type { TimeModel } from './model/time'

/** In elements of their own: a translator replaces bare text, and what is bare beside others would never change again. */
export const drawTime = ({ machine, text, ago }: TimeModel) => (
  <time datetime={machine}>
    <span translate="no">{text}</span> {ago !== '' && <span class="st-ago">{`(${ago})`}</span>}
  </time>
)

// Only the build reads this file (build/widgetScript): the element has the text that comes out of it.
// eslint-disable-next-line scs/layers -- Vite reads this file before it knows the alias.
import { DEFAULT_COLORS, STATE_COLORS } from '../../theme/palette.ts'

const { light, dark } = DEFAULT_COLORS

/** A colour of the page, light and dark, which a page around may set. */
const color = (name: keyof typeof light) => `var(--scs-status-${name},light-dark(${light[name]},${dark[name]}))`

const level = (name: (typeof STATE_COLORS)[number]) =>
  `${name === 'good' ? '.is-operational,.is-notice' : `.is-${name}`}{--level:${color(name)}}`

export const CSS = `:host{display:inline-block;position:relative;max-width:100%;vertical-align:middle;font-size:.875rem;line-height:1.5;overflow-wrap:anywhere}
:host([look=list]){display:block}
:host([hidden]){display:none}
:host([theme=light]){color-scheme:light}
:host([theme=dark]){color-scheme:dark}
:host([theme=system]){color-scheme:light dark}
.base{background:${color('background')};color:${color('on-surface')};border:1px solid ${color('outline-variant')};border-radius:var(--scs-status-radius,4px);padding:4px 10px}
:host([look=list]) .base{padding:16px}
.headline{display:flex;flex-wrap:wrap;gap:0 8px;color:inherit}
:host([look=list]) .headline{font-size:1.125rem}
.words{flex:1;min-width:0}
svg{flex:none;width:1.3em;height:1.3em;margin-top:.1em;fill:var(--level)}
.name,.state,.component-state{font-weight:600}
.state,.component-state{color:var(--level)}
.aside,.reasons,.age,.since{color:${color('on-surface-variant')}}
.aside{display:inline-block;font-size:.875rem}
p{margin:8px 0 0}
ul{list-style:none;margin:8px 0 0;padding:0}
li{display:flex;flex-wrap:wrap;gap:0 8px;align-items:flex-start;padding:4px 0}
.component{border-top:1px solid ${color('outline-variant')}}
.component-name{flex:9em}
${STATE_COLORS.map(level).join('')}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media (forced-colors:active){svg{fill:CanvasText}}
@media print{:host{color-scheme:light!important}}`

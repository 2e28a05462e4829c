import { h } from '#h'
import type { LevelIconModel, LevelModel } from './model/level'

export const drawLevelIcon = ({ icon, tone, style, label }: LevelIconModel, size = 18, kind = '') => (
  <svg
    class={`st-shape ${tone} ${kind}`.trimEnd()}
    style={style}
    viewBox="0 0 24 24"
    width={size}
    height={size}
    role={label && 'img'}
    aria-label={label}
    aria-hidden={label ? undefined : 'true'}
  >
    <path d={icon} />
  </svg>
)

export const drawLevelMark = (level: LevelModel, kind = '') => (
  <span class={`st-mark ${level.tone} ${kind}`.trimEnd()} style={level.style}>
    {drawLevelIcon(level)}
    <span>
      <span class="st-word">{level.word}</span>
      {level.notes.map(note => (
        <span class="muted">{`, ${note}`}</span>
      ))}
    </span>
  </span>
)

import { h } from '#h'
import type { PhaseStepsModel } from './model/phaseSteps'

export const drawPhaseSteps = ({ text, names, current }: PhaseStepsModel) =>
  names.length ? (
    <div class="st-phases">
      <ol class="st-steps" aria-label={text}>
        {names.map((name, index) => (
          <li class={index === current ? 'st-current' : undefined} aria-current={index === current ? 'step' : undefined}>
            <span>{name}</span>
          </li>
        ))}
      </ol>
    </div>
  ) : (
    <p class="small muted">{text}</p>
  )

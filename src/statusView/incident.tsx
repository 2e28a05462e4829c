import { h } from '#h'
import { drawLevelMark } from './level'
import type { IncidentModel, MaintenanceModel, UpdateModel } from './model/incident'
import { drawPhaseSteps } from './phaseSteps'
import { drawTime } from './time'

/** What a page draws by itself, since it answers there or takes its time. */
export interface EntryParts {
  /** An operator's text; `kind` is a class for it. */
  readonly text: (source: string, kind?: string) => JSX.Node
  readonly impacts: JSX.Node
  /** Beside when and how bad. */
  readonly beside?: JSX.Node
  /** Goes to the page of the incident. */
  readonly onOpen?: (event: MouseEvent) => void
}

export const drawIncident = (
  { title, href, level, begin, odd, end, phase, description, update, noUpdate }: IncidentModel,
  { text, impacts, onOpen }: EntryParts,
) => (
  <article class="st-incident">
    <div class="st-meta">
      {drawLevelMark(level)}
      {typeof begin === 'string' ? (
        <p class="muted">{begin}</p>
      ) : (
        <p class="muted">
          {`${begin.label} `}
          {drawTime(begin.time)} <span class="st-lasting">{begin.lasting}</span>
        </p>
      )}
      {odd && <p class="st-odd is-unknown">{odd}</p>}
      {end && (
        <p class="muted">
          {`${end.label} `}
          {drawTime(end.time)}
        </p>
      )}
    </div>
    <div class="st-main">
      {drawTitle(title, href, onOpen)}
      {phase && drawPhaseSteps(phase)}
      {update ? drawUpdate(update, text(update.description)) : text(description)}
      {noUpdate && <p class="small muted">{noUpdate}</p>}
      {impacts}
    </div>
  </article>
)

export const drawMaintenance = (
  { title, href, level, countdown, window, machine, length, description, update, noUpdate }: MaintenanceModel,
  { text, impacts, beside, onOpen }: EntryParts,
) => (
  <article class="st-maintenance">
    <div class="st-meta">
      {drawLevelMark(level)}
      <p class="st-countdown">{countdown}</p>
      {beside}
    </div>
    <div class="st-main">
      {drawTitle(title, href, onOpen)}
      <p class="small">
        <time datetime={machine}>{window}</time>
        {length && <span class="muted">{` (${length})`}</span>}
      </p>
      {impacts}
      {update ? drawUpdate(update, text(update.description), 'small') : text(description, 'small')}
      {noUpdate && <p class="small muted">{noUpdate}</p>}
    </div>
  </article>
)

const drawTitle = (title: string, href: string, onOpen: EntryParts['onOpen']) => (
  <h3>
    <a href={href} onClick={onOpen}>
      {title}
    </a>
  </h3>
)

const drawUpdate = ({ label, time, title }: UpdateModel, text: JSX.Node, kind?: string) => (
  <div class={kind}>
    <p class="small muted">
      {label}
      {time && [', ', drawTime(time)]}
    </p>
    {title && <p class="st-update-title">{title}</p>}
    {text}
  </div>
)

import { h } from '#h'
import { drawLevelIcon } from './level'
import type { ImpactsModel } from './model/impacts'

/** @param onMore shows more of them; without it, there is nothing to press */
export const drawImpacts = ({ label, entries, more, nothing }: ImpactsModel, onMore?: (event: MouseEvent) => void) =>
  entries.length ? (
    <ul class="st-impacts" aria-label={label}>
      {entries.map(({ icon, name, isNamed }) => (
        <li>
          {drawLevelIcon(icon, 16)}
          <span class={isNamed ? undefined : 'muted'} translate={isNamed ? 'no' : undefined}>
            {name}
          </span>
        </li>
      ))}
      {more && (
        <li>
          {onMore ? (
            <button class="st-more no-print" type="button" onClick={onMore}>
              {more}
            </button>
          ) : (
            <span class="st-more">{more}</span>
          )}
          {onMore && <span class="st-unprinted">{more}</span>}
        </li>
      )}
    </ul>
  ) : (
    <p class="small muted">{nothing}</p>
  )

import { h } from '#h'
import { drawLevelMark } from './level'
import type { FollowedModel } from './model/followed'

/** @param onOpen goes to the page of a component */
export const drawFollowed = ({ title, entries }: FollowedModel, onOpen?: (event: MouseEvent, id: string) => void) => (
  <section class="section" aria-labelledby="followed-title">
    <div class="section-head">
      <h2 id="followed-title">{title}</h2>
    </div>
    <ul class="st-followed">
      {entries.map(({ id, name, href, level }) => (
        <li>
          <a translate="no" href={href} onClick={onOpen && ((event: MouseEvent) => onOpen(event, id))}>
            {name}
          </a>
          {drawLevelMark(level)}
        </li>
      ))}
    </ul>
  </section>
)

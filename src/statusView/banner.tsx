import { h } from '#h'
import { drawLevelIcon } from './level'
import type { BannerModel } from './model/banner'
import { drawTime } from './time'

/** @param more at the end of its text */
export const drawBanner = (
  { kind, title, lines, icon, isQuiet, paragraphs, facts, confirmedAt }: BannerModel,
  more?: JSX.Element,
) => (
  <section
    class={`st-banner st-verdict ${icon.tone} ${isQuiet ? 'st-quiet' : ''}`.trimEnd()}
    style={icon.style}
    aria-labelledby="headline"
    aria-busy={String(kind === 'loading')}
    role={kind === 'unconfirmed' ? 'alert' : undefined}
  >
    <h1 id="headline">
      {drawLevelIcon(icon, 40, 'st-icon')}
      <span>{lines.length > 1 ? lines.map(line => <span>{`${line} `}</span>) : title}</span>
    </h1>
    {kind === 'loading' ? (
      <p class="st-banner-text" aria-hidden="true">
        {'\u00a0'}
      </p>
    ) : (
      <div class="st-banner-text">
        {paragraphs.map(text => (
          <p>{text}</p>
        ))}
        {more}
        {kind === 'told' && (
          <p class="st-facts">
            {facts.map(fact => (
              <span>{fact}</span>
            ))}
            {confirmedAt && (
              <span>
                {`${confirmedAt.label} `}
                {drawTime(confirmedAt.time)}
              </span>
            )}
          </p>
        )}
      </div>
    )}
  </section>
)

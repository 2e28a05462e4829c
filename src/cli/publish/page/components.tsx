import { h } from '#h'
import type { OpenStatus } from '@/cli/openStatus'
import type { ComponentHistory } from '@/composables/useComponentHistory'
import type { ServiceComponent } from '@/domain/component/component'
import { componentLinks, descriptionOf } from '@/domain/component/componentFacts'
import { drawAxis, drawGroupHead, drawRowHead } from '@/statusView/components'
import { drawLevelMark } from '@/statusView/level'
import { groupHeadModel, rowHeadModel, rowStateModel } from '@/statusView/model/components'
import { firstGroups, isUngrouped, opensByItself } from '@/statusView/model/openGroups'
import { drawDayBar, shownDays } from './dayBar'
import { drawNotice, drawSection } from './section'
import type { PublishedViewer } from './viewer'

/** All components as the page draws them (ComponentsSection.vue), with their bars; groups are disclosures that need no script. */
export function drawComponents(viewer: PublishedViewer, open: OpenStatus): JSX.Element {
  const { config, speech, language } = viewer
  const { t } = speech
  const { listedComponents, states, scale, parts } = open.store
  const title = { id: 'components-title', text: t('components.title') }
  if (parts.components.readAt === null) return drawSection(title, drawNotice(t('components.unread')))
  if (!listedComponents.length) return drawSection(title, drawNotice(t('components.noneListed')))
  const groups = firstGroups(listedComponents, states, scale, config.components, language)
  const isAlone = isUngrouped(groups)
  const drawn = groups.map(group => {
    const rows = group.components.map(component => drawRow(viewer, open, component, isAlone ? 'h3' : 'h4'))
    const list = <ul class="st-rows">{rows}</ul>
    return isAlone ? (
      <div class="st-group">{list}</div>
    ) : (
      <details class="st-group" open={opensByItself(group, groups, false)}>
        {drawGroupHead(groupHeadModel(viewer, group), 'summary')}
        {list}
      </details>
    )
  })
  return drawSection(title, [
    <div class="st-tools" />,
    <div class="pub-room">
      <div class="st-list pub-list">
        {drawDays(viewer, open, listedComponents[0]!)}
        {drawn}
      </div>
    </div>,
  ])
}

/** First and last day by their dates: nobody knows on which day this is read. */
function drawDays({ config, speech: { t }, format }: PublishedViewer, { historyOf }: OpenStatus, any: ServiceComponent) {
  const { days } = historyOf(any)
  const { wide, narrow } = shownDays(config.historyDays)
  const axis = (kind: string, count: number) => (
    <div class={kind}>
      {drawAxis({
        first: format.day(days.at(-count)!.day.date),
        last: format.day(days.at(-1)!.day.date),
        availability: t('availability.short', { days: count }),
      })}
    </div>
  )
  return narrow < wide ? [axis('pub-wide', wide), axis('pub-narrow', narrow)] : axis('pub-wide', wide)
}

function drawRow(viewer: PublishedViewer, open: OpenStatus, component: ServiceComponent, heading: 'h3' | 'h4') {
  const { config } = viewer
  const history = open.historyOf(component)
  const { wide, narrow } = shownDays(config.historyDays)
  const links = componentLinks(component.id, config.links.components)
  // It has no page without a script.
  const head = rowHeadModel(component, '', descriptionOf(component, config.components), links)
  return (
    <li class="st-row">
      {drawRowHead(head, heading)}
      <div class="st-row-state">{drawLevelMark(rowStateModel(viewer, open.store.states.get(component.id)!))}</div>
      <div class="st-row-time">
        <div class="st-row-days">{drawDayBar(history.days.slice(-wide), viewer)}</div>
        {drawShare(viewer, history, wide, 'pub-wide')}
        {narrow < wide && drawShare(viewer, history, narrow, 'pub-narrow')}
      </div>
    </li>
  )
}

/** The availability over as many days as the bar beside it shows, as ComponentRow.vue tells it. */
function drawShare({ config, speech: { t }, format }: PublishedViewer, history: ComponentHistory, days: number, kind: string) {
  const { availability, availabilityDays } = days < config.historyDays ? history.over(days) : history
  const isPart = availability !== null && availabilityDays < days
  const span = { n: availabilityDays, days }
  return (
    <p class={`st-row-share ${kind}`}>
      <span class="visually-hidden">{`${t(isPart ? 'availability.overPart' : 'availability.over', span)}: `}</span>
      {availability ? (
        [
          <span>{format.basisPoints(availability.basisPoints)}</span>,
          ' ',
          <span class={`muted ${isPart ? 'st-part' : 'st-of'}`} aria-hidden="true">
            {t(isPart ? 'availability.shortPart' : 'availability.short', span)}
          </span>,
        ]
      ) : (
        <span class="muted">{t('availability.noData')}</span>
      )}
    </p>
  )
}

import { h } from '#h'
import type { ServiceComponent } from '@/domain/component'
import { componentLinks, descriptionOf, hiddenLabelKeys } from '@/domain/componentFacts'
import { groupComponents, labelValues } from '@/domain/grouping'
import { barColumn, barLayout, barWidth } from '@/look/barLayout'
import { isUngrouped, opensByItself } from '@/look/openGroups'
import { drawAxis, drawGroupHead, drawRowHead } from '@/statusView/components'
import { drawLevelMark } from '@/statusView/level'
import { groupHeadModel, rowHeadModel, rowStateModel } from '@/statusView/model/components'
import { componentHref, type Scene, type Viewer } from './scene'

// What is further down comes with the page: nobody scrolls that fast.
const MAX_ROWS = 40

/**
 * The components as the page draws them (ComponentsSection.vue), with room for their bars and for what answers only with the page.
 * @param width of the column, CSS pixels
 */
export function drawComponents(viewer: Viewer, scene: Scene, width: number) {
  const { settings, speech, language } = viewer
  const { listed, states, scale } = scene
  const values = labelValues(listed, hiddenLabelKeys(settings.components))
  const { groupBy, orderLabel } = settings.components
  const by = groupBy !== null && values.has(groupBy) ? groupBy : null
  const groups = groupComponents(listed, states, scale, { by, orderLabel, problemsFirst: false, locale: language })
  const layout = barLayout(barColumn(width), settings.historyDays)
  const bar = `${barWidth(layout)}px`
  const isAlone = isUngrouped(groups)

  const drawRow = (component: ServiceComponent) => {
    const description = descriptionOf(component, settings.components)
    const links = componentLinks(component.id, settings.links.components)
    return (
      <li class="st-row" data-component={component.id}>
        {drawRowHead(rowHeadModel(component, componentHref(viewer, component), description, links), isAlone ? 'h3' : 'h4')}
        <span class="st-row-follow" />
        <div class="st-row-state">{drawLevelMark(rowStateModel(viewer, states.get(component.id)!))}</div>
        <div class="st-row-days" style={{ width: bar }} />
        <p class="st-row-share">{'\u00a0'}</p>
      </li>
    )
  }

  const drawn = []
  let left = MAX_ROWS
  for (const group of groups) {
    if (left <= 0) break
    const isOpen = isAlone || opensByItself(group, groups)
    const rows = isOpen ? group.components.slice(0, left) : []
    left -= Math.max(rows.length, 1)
    drawn.push(
      <div class={`st-group ${isOpen ? 'st-open' : ''}`.trimEnd()}>
        {!isAlone && drawGroupHead(groupHeadModel(viewer, group), 'div')}
        <ul class="st-rows">{rows.map(drawRow)}</ul>
      </div>,
    )
  }
  const { t } = speech
  return (
    <section class="section">
      <div class="section-head">
        <h2>{t('components.title')}</h2>
      </div>
      <div class="st-tools" />
      <div style={{ '--bar-column': bar }}>
        {drawAxis({
          first: t('bars.daysAgo', { n: layout.days - 1 }),
          last: t('bars.today'),
          availability: t('availability.short', { days: settings.historyDays }),
        })}
        {drawn}
      </div>
    </section>
  )
}

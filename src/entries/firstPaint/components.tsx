import { h } from '#h'
import type { ServiceComponent } from '@/domain/component/component'
import { componentLinks, descriptionOf } from '@/domain/component/componentFacts'
import { worstLevel } from '@/domain/severity/severity'
import { BESIDE_COMPONENTS, barColumn, barLayout, barWidth, listWidth } from '@/statusView/model/barLayout'
import { FOLDING_SCREEN, foldRows } from '@/statusView/model/foldedRows'
import { firstGroups, isUngrouped, opensByItself } from '@/statusView/model/openGroups'
import { drawAxis, drawFold, drawGroupHead, drawRowHead } from '@/statusView/components'
import { drawLevelMark } from '@/statusView/level'
import { foldModel, groupHeadModel, rowHeadModel, rowStateModel } from '@/statusView/model/components'
import { componentHref, type Scene, type Viewer } from './scene'

// What is further down comes with the page: nobody scrolls that fast.
const MAX_ROWS = 40

/**
 * The components as the page draws them (ComponentsSection.vue), with room for their bars and for what answers only with the page.
 * @param width of the page's column, CSS pixels
 */
export function drawComponents(viewer: Viewer, scene: Scene, width: number) {
  const { settings, speech, language } = viewer
  const { listed, states, scale } = scene
  const groups = firstGroups(listed, states, scale, settings.components, language)
  const isNarrow = matchMedia(FOLDING_SCREEN).matches
  const layout = barLayout(barColumn(listWidth(width, matchMedia(BESIDE_COMPONENTS).matches)), settings.historyDays)
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
        <div class="st-row-time">
          <div class="st-row-days" style={{ width: bar }} />
          <p class="st-row-share" />
        </div>
      </li>
    )
  }

  const drawn = []
  let left = MAX_ROWS
  for (const group of groups) {
    if (left <= 0) break
    const isOpen = isAlone || opensByItself(group, groups, isNarrow)
    const { shown, folded } = foldRows(group.components, states, isNarrow)
    const rows = isOpen ? shown.slice(0, left) : []
    const worst = worstLevel(
      scale,
      folded.map(({ id }) => states.get(id)!.level),
    )
    left -= Math.max(rows.length, 1)
    drawn.push(
      <div class={`st-group ${isOpen ? 'st-open' : ''}`.trimEnd()}>
        {!isAlone && drawGroupHead(groupHeadModel(viewer, group), 'div')}
        <ul class="st-rows">{rows.map(drawRow)}</ul>
        {rows.length > 0 && folded.length > 0 && drawFold(foldModel(viewer, folded.length, worst, false))}
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
      <div class="st-list" style={{ '--bar-column': bar }}>
        {drawAxis({
          first: t('bars.daysAgo', { n: layout.days - 1 }),
          last: t('bars.today'),
          availability: t('availability.short', { days: layout.days }),
        })}
        {drawn}
      </div>
    </section>
  )
}

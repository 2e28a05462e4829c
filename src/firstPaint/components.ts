import { mdiMagnify, mdiStar } from '@mdi/js'
import type { ServiceComponent } from '@/domain/component'
import { componentLinks, descriptionOf, hiddenLabelKeys } from '@/domain/componentFacts'
import { isMaintenanceBeside } from '@/domain/componentState'
import { groupComponents, labelValues, type ComponentGroup } from '@/domain/grouping'
import { barColumn, barLayout, barWidth, type BarLayout } from '@/look/barLayout'
import { levelChoices } from '@/look/levelChoices'
import { isUngrouped, opensByItself } from '@/look/openGroups'
import { drawLevelMark } from '@/statusView/level'
import { levelModel } from '@/statusView/model/level'
import { drawer, drawIcon } from './element'
import { componentHref, type Scene, type Viewer } from './scene'

// What is further down comes with the page: nobody scrolls that fast.
const MAX_ROWS = 40

/**
 * The components, as ComponentsSection.vue draws them, with room for their bars.
 * @param width of the column, CSS pixels
 */
export function drawComponents(viewer: Viewer, scene: Scene, width: number): HTMLElement {
  const h = drawer()
  const { settings, speech, language } = viewer
  const { listed, states, scale } = scene
  const values = labelValues(listed, hiddenLabelKeys(settings.components))
  const { groupBy, orderLabel } = settings.components
  const by = groupBy !== null && values.has(groupBy) ? groupBy : null
  const groups = groupComponents(listed, states, scale, { by, orderLabel, problemsFirst: false, locale: language })
  const layout = barLayout(barColumn(width), settings.historyDays)
  const list = drawer('ComponentGroups')('div', {}, drawAxis(viewer, layout))
  list.style.setProperty('--bar-column', `${barWidth(layout)}px`)
  let left = MAX_ROWS
  for (const group of groups) {
    if (left <= 0) break
    const isOpen = isUngrouped(groups) || opensByItself(group, groups)
    const rows = isOpen ? group.components.slice(0, left) : []
    left -= Math.max(rows.length, 1)
    list.append(drawGroup(viewer, scene, group, groups, rows, layout))
  }
  return h(
    'section',
    { class: 'section' },
    h('div', { class: 'section-head' }, h('h2', {}, speech.t('components.title'))),
    drawTools(viewer, scene, values, by),
    list,
  )
}

function drawAxis({ speech: { t }, settings }: Viewer, layout: BarLayout): HTMLElement {
  const h = drawer('ComponentGroups')
  return h(
    'div',
    { class: 'axis small muted', 'aria-hidden': 'true' },
    h('span', { class: 'span' }, h('span', {}, t('bars.daysAgo', { n: layout.days - 1 })), h('span', {}, t('bars.today'))),
    h('span', { class: 'short' }, t('availability.short', { days: settings.historyDays })),
  )
}

function drawGroup(
  viewer: Viewer,
  scene: Scene,
  group: ComponentGroup,
  groups: readonly ComponentGroup[],
  rows: readonly ServiceComponent[],
  layout: BarLayout,
): HTMLElement {
  const h = drawer('ComponentGroups')
  const { t, tn } = viewer.speech
  const isAlone = isUngrouped(groups)
  const summary = h(
    'summary',
    {},
    h('h3', {}, group.name ?? t('components.groupOther')),
    h('span', { class: 'small muted' }, tn('components.groupCount', group.components.length)),
    drawLevelMark(levelModel(viewer, group.level), 'st-worst'),
  )
  return h(
    isAlone ? 'div' : 'details',
    { class: 'group', open: !isAlone && rows.length ? '' : undefined },
    !isAlone && summary,
    h('ul', { class: 'rows' }, ...rows.map(component => drawRow(viewer, scene, component, isAlone ? 'h3' : 'h4', layout))),
  )
}

/** ComponentRow.vue */
function drawRow(
  viewer: Viewer,
  { states }: Scene,
  component: ServiceComponent,
  heading: string,
  layout: BarLayout,
): HTMLElement {
  const h = drawer('ComponentRow')
  const { settings, speech } = viewer
  const state = states.get(component.id)!
  const description = descriptionOf(component, settings.components)
  const links = componentLinks(component.id, settings.links.components)
  const star = drawIcon(['FollowButton'], mdiStar, 18, {
    fill: viewer.followed.has(component.id) ? 'currentColor' : 'none',
    stroke: 'currentColor',
    'stroke-width': '1.7',
    'stroke-linejoin': 'round',
  })
  const bar = drawer('DayBar', 'ComponentRow')('div', { class: 'bar days' })
  bar.style.width = `${barWidth(layout)}px`
  return drawer('ComponentRow', 'ComponentGroups')(
    'li',
    { class: 'row', 'data-component': component.id },
    h(
      'div',
      { class: 'who' },
      h(heading, { class: 'name' }, h('a', { href: componentHref(viewer, component) }, component.name)),
      description !== undefined && h('p', { class: 'small muted' }, description),
      links.length > 0 &&
        h('p', { class: 'small no-print' }, ...links.flatMap(({ name, url }) => [h('a', { href: url }, name), ' '])),
    ),
    drawer('FollowButton', 'ComponentRow')('span', { class: 'star follow' }, star),
    h(
      'div',
      { class: 'state' },
      drawLevelMark(
        levelModel(viewer, state.level, isMaintenanceBeside(state) ? speech.t('components.inMaintenance') : undefined),
      ),
    ),
    bar,
    h('p', { class: 'availability small' }, '\u00a0'),
  )
}

/** ComponentTools.vue, which works when the page is there. */
function drawTools(
  { speech }: Viewer,
  { scale }: Scene,
  values: ReadonlyMap<string, readonly string[]>,
  by: string | null,
): HTMLElement {
  const { t } = speech
  const field = drawer('ChoiceField')
  const choice = (label: string, first: string, ...more: readonly HTMLElement[]) =>
    field('label', { class: 'choice' }, field('span', {}, label), field('select', {}, new Option(first), ...more))
  const grouping = choice(
    t('components.groupBy'),
    t('components.groupNone'),
    ...[...values.keys()].map(key => new Option(key, key, false, key === by)),
  )
  const labels = [...values].map(([key, all]) => {
    const group = document.createElement('optgroup')
    group.label = key
    group.append(...all.map(value => new Option(value)))
    return group
  })
  const search = drawer('SearchField')
  const tools = drawer('ComponentTools')
  return drawer('FilterBar', 'ComponentTools')(
    'form',
    { class: 'bar no-print' },
    search(
      'label',
      { class: 'search' },
      drawIcon(['SearchField'], mdiMagnify, 18, { fill: 'currentColor' }),
      search('input', { type: 'search', placeholder: t('components.search'), autocomplete: 'off', spellcheck: 'false' }),
    ),
    choice(
      t('components.state'),
      t('components.anyState'),
      ...levelChoices(speech, scale.levels).map(({ name }) => new Option(name)),
    ),
    values.size > 0 && choice(t('components.label'), t('components.anyLabel'), ...labels),
    values.size > 0 && grouping,
    tools(
      'div',
      { class: 'toggles' },
      tools('button', { class: 'button', type: 'button' }, t('components.problemsFirst')),
      tools('button', { class: 'button', type: 'button' }, t('components.table')),
    ),
  )
}

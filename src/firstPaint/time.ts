import { drawer } from './element'
import type { Viewer } from './scene'

/** An instant, epoch milliseconds, as TimeText.vue draws it in short. */
export function drawTime({ format, now }: Viewer, at: number, isRelative = false): HTMLElement {
  const h = drawer('TimeText')
  const isNow = Math.abs(now - at) < 60_000
  return h(
    'time',
    { datetime: format.machine(at) },
    `${format.shortTime(at)} `,
    isRelative && !isNow && h('span', { class: 'ago' }, `(${format.relative(at)})`),
  )
}

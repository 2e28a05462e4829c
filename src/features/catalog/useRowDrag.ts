import { nextTick, onScopeDispose, watch, type Ref } from 'vue'
import type Sortable from 'sortablejs'

interface Options {
  /** Nothing moves meanwhile. */
  readonly isLocked?: () => boolean
  /** Puts a row at the place of another. */
  readonly move: (from: number, to: number) => void
}

/**
 * Lets the rows of a list be dragged by what has the class `handle`, with a mouse or a finger. The library moves elements; here the
 * list is drawn by Vue, so the element goes back to where it was, and the list that it is drawn from changes.
 */
export function useRowDrag(list: Readonly<Ref<HTMLElement | null>>, { isLocked = () => false, move }: Options) {
  let sortable: Sortable | null = null
  let next: Node | null = null

  async function begin(element: HTMLElement) {
    const { default: library } = await import('sortablejs')
    if (list.value !== element) return
    sortable = library.create(element, {
      handle: '.handle',
      draggable: 'li',
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
      onStart({ item }) {
        next = item.nextSibling
      },
      onMove: () => !isLocked(),
      onEnd({ item, from, oldDraggableIndex: before = 0, newDraggableIndex: after = 0 }) {
        from.insertBefore(item, next)
        next = null
        if (!isLocked() && before !== after) void nextTick(() => move(before, after))
      },
    })
  }
  function end() {
    sortable?.destroy()
    sortable = null
  }
  watch(list, element => {
    end()
    if (element) void begin(element)
  })
  onScopeDispose(end)
}

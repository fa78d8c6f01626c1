// Dragging to a place between the rows of a list, with a line where the row would go.

import { drag } from './pointer'

export interface RowDrag {
  /** What is cloned into the hand. */
  ghost: HTMLElement
  /** Holds the rows and scrolls. */
  area: HTMLElement
  /** Selects the rows in it, which are marked with `data-row` where nothing else is said. */
  rows?: string
  /** What comes from elsewhere drops only over the list; a row of the list also beside it. */
  isForeign?: boolean
  /** The row it goes before; nothing: after the last. */
  ondrop: (before: HTMLElement | undefined) => void
}

/** Follows a pressed pointer until something is dropped between rows. */
export function dragAmong(
  event: PointerEvent,
  { ghost, area, rows = '[data-row]', isForeign = false, ondrop }: RowDrag,
): void {
  let place: { before: HTMLElement | undefined } | undefined
  const mark = (element?: HTMLElement, side?: 'drop-before' | 'drop-after') => {
    area
      .querySelectorAll('.drop-before, .drop-after')
      .forEach((marked) => marked.classList.remove('drop-before', 'drop-after'))
    if (element && side) element.classList.add(side)
  }
  drag(event, {
    ghost,
    scroller: area,
    onstart: () => undefined,
    onmove: (x, y) => {
      const box = area.getBoundingClientRect()
      if (isForeign && (x < box.left || x > box.right || y < box.top || y > box.bottom)) {
        place = undefined
        mark()
        return
      }
      const all = [...area.querySelectorAll<HTMLElement>(rows)]
      const before = all.find((row) => y < row.getBoundingClientRect().top + row.getBoundingClientRect().height / 2)
      place = { before }
      if (before) mark(before, 'drop-before')
      else mark(all.at(-1), 'drop-after')
    },
    ondrop: () => {
      mark()
      if (place) ondrop(place.before)
    },
    oncancel: () => mark(),
  })
}

// Cards taken by the pointer: what is lifted, and where on the board it would go.

import { drag } from '../../drag/pointer'
import { insertion } from './arrows'
import type { Board } from './board.svelte'
import { drop } from './deeds'

/** The card that an event of the board means. */
export function cardOf(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element ? target.closest<HTMLElement>('[data-task-id]') : null) ?? undefined
}

/** Starts a drag on a pressed card; `ondropped` gets the card when it has moved. */
export function lift(
  board: Board,
  event: PointerEvent,
  scroller: HTMLElement | undefined,
  ondropped: (id: string) => void,
): void {
  const card = cardOf(event.target)
  const id = card?.dataset.taskId
  if (!card || !id || event.button !== 0) return
  if (board.held) board.cancel()
  const count = board.meant(id).length
  if (count > 1) card.dataset.count = String(count)
  const height = card.offsetHeight
  drag(event, {
    ghost: card,
    scroller,
    onstart: () => {
      delete card.dataset.count
      if (!board.selection.has(id)) board.select(id, 'only')
      board.pickUp(id, 'pointer', height)
    },
    onmove: (x, y) => hover(board, x, y),
    ondrop: () => void drop(board).then(() => ondropped(id)),
    oncancel: () => board.cancel(),
  })
  window.addEventListener('pointerup', () => delete card.dataset.count, { once: true })
}

/** Shows where the held cards would go. */
function hover(board: Board, x: number, y: number): void {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-lane]')
  const held = board.held
  if (!cell || !held) return
  const lane = cell.dataset.lane || null
  const column = cell.dataset.column ?? ''
  const cards = [...cell.querySelectorAll<HTMLElement>('[data-task-id]')]
    .filter((other) => !held.ids.includes(other.dataset.taskId ?? ''))
    .map((other) => ({ id: other.dataset.taskId ?? '', box: other.getBoundingClientRect() }))
  let before = insertion(cards, x, y, board.perRow)?.id ?? null
  if (!before && cards.length) {
    // A dense cell draws only a part: behind what is drawn others may follow.
    const all = board.cell(lane, column).filter((task) => !held.ids.includes(task.id))
    before = all[all.findIndex((task) => task.id === cards.at(-1)?.id) + 1]?.id ?? null
  }
  const place = { lane, column, before }
  if (place.lane !== held.place.lane || place.column !== held.place.column || place.before !== held.place.before)
    board.held = { ...held, place }
}

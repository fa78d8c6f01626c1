// Which part of a dense board is drawn: arithmetic over one card height, in pixels.

import type { Board } from './board.svelte'

/** Between two cards. */
export const GAP = 6
/** Height of a card of a dense board. */
const HEIGHT = { compact: 40, comfortable: 46 }
/** Padding above and below the cards of a lane, with the rule under it. */
const PADDING = 17
/** Room for the button that adds a card. */
const ADD = 30
/** The least height of an open lane: its head. */
const LANE_MIN = 92
/** A lane that is folded away. */
const LANE_FOLDED = 41
/** Rows drawn beyond the edges. */
const BEYOND = 6

/** Height of a card of a dense board. */
export function cardHeight(isCompact: boolean): number {
  return isCompact ? HEIGHT.compact : HEIGHT.comfortable
}

/** The cards of a cell that a window from `from` to `to` shows: whole rows. */
export function visible(
  count: number,
  from: number,
  to: number,
  perRow: number,
  height: number,
): { first: number; last: number } {
  const step = height + GAP
  const rows = Math.ceil(count / perRow)
  const first = Math.max(0, Math.min(rows, Math.floor(from / step) - BEYOND))
  const last = Math.max(first, Math.min(rows, Math.ceil(to / step) + BEYOND))
  return { first: first * perRow, last: Math.min(count, last * perRow) }
}

/** Top and height of every lane of a dense board. */
export function lanes(board: Board): { top: number; height: number }[] {
  const card = cardHeight(board.isCompact) + GAP
  const add = board.by === 'role' ? 0 : ADD
  let top = 0
  return board.lanes.map((lane) => {
    const longest = Math.max(0, ...board.columns.map(({ key }) => board.cell(lane.id, key).length))
    const rows = Math.ceil(longest / board.perRow)
    const height = board.isCollapsed(lane.id) ? LANE_FOLDED : Math.max(LANE_MIN, rows * card + PADDING + add)
    const place = { top, height }
    top += height
    return place
  })
}

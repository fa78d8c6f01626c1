// Which part of a dense board is drawn: arithmetic over one card height, in pixels.

import type { Board } from './board.svelte'

/** Height of a card of a dense board. */
export const HEIGHT = 46
/** Between two cards. */
export const GAP = 6
/** Padding above and below the cards of a lane, with the rule under it. */
const PADDING = 25
/** Room for the button that adds a card. */
const ADD = 30
/** The least height of an open lane: its head. */
const LANE_MIN = 84
/** A lane that is folded away. */
const LANE_FOLDED = 61
/** Cards drawn beyond the edges. */
const BEYOND = 6

/** The cards of a cell that a window from `from` to `to` shows. */
export function visible(count: number, from: number, to: number): { first: number; last: number } {
  const step = HEIGHT + GAP
  const first = Math.max(0, Math.min(count, Math.floor(from / step) - BEYOND))
  const last = Math.max(first, Math.min(count, Math.ceil(to / step) + BEYOND))
  return { first, last }
}

/** Top and height of every lane of a dense board. */
export function lanes(board: Board): { top: number; height: number }[] {
  let top = 0
  return board.lanes.map((lane) => {
    const longest = Math.max(0, ...board.columns.map(({ key }) => board.cell(lane.id, key).length))
    const height = board.isCollapsed(lane.id)
      ? LANE_FOLDED
      : Math.max(LANE_MIN, longest * (HEIGHT + GAP) + PADDING + ADD)
    const place = { top, height }
    top += height
    return place
  })
}

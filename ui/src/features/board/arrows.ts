// Where arrow keys lead on the board: to another card, or with cards in the hand to another place. Pure.

import type { Task } from '../../ipc/client'
import { cellKey } from './layout'
import type { Cells, Place } from './layout'

/** What arrows move over: open lanes from top to bottom, columns from left to right, cards side by side in a cell. */
export interface Field {
  cells: Cells
  lanes: readonly (string | null)[]
  columns: readonly string[]
  /** Cards side by side; 1 where a cell is one card wide. */
  perRow: number
}

interface At {
  lane: number
  column: number
  index: number
}

function cellAt(field: Field, lane: number, column: number): readonly Task[] {
  return field.cells.get(cellKey(field.lanes[lane] ?? null, field.columns[column] ?? '')) ?? []
}

function find(field: Field, id: string): At | undefined {
  for (const lane of field.lanes.keys()) {
    for (const column of field.columns.keys()) {
      const index = cellAt(field, lane, column).findIndex((task) => task.id === id)
      if (index >= 0) return { lane, column, index }
    }
  }
  return undefined
}

/** The first card of the next lane below that has any, or the last row of the next one above, in the same column. */
function acrossLanes(field: Field, at: At, step: number): string | undefined {
  const offset = at.index % field.perRow
  for (let lane = at.lane + step; lane >= 0 && lane < field.lanes.length; lane += step) {
    const cell = cellAt(field, lane, at.column)
    if (!cell.length) continue
    const row = step > 0 ? 0 : Math.floor((cell.length - 1) / field.perRow)
    return cell[Math.min(row * field.perRow + offset, cell.length - 1)]?.id
  }
  return undefined
}

/** A card next to another by arrow key, skipping empty cells. */
export function neighbour(field: Field, id: string, key: string): string | undefined {
  const at = find(field, id)
  if (!at) return undefined
  const cell = cellAt(field, at.lane, at.column)
  if (key === 'Home') return cell[0]?.id
  if (key === 'End') return cell.at(-1)?.id
  const step = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const beside = cell[at.index + step * field.perRow]
    if (beside) return beside.id
    // The last row may be short: below its gap stands its last card.
    const rows = Math.ceil(cell.length / field.perRow)
    if (step > 0 && Math.floor(at.index / field.perRow) < rows - 1) return cell.at(-1)?.id
    return acrossLanes(field, at, step)
  }
  if (field.perRow > 1) return cell[at.index + step]?.id
  for (let column = at.column + step; column >= 0 && column < field.columns.length; column += step) {
    const other = cellAt(field, at.lane, column)
    const found = other[Math.min(at.index, other.length - 1)]
    if (found) return found.id
  }
  return undefined
}

/** Where held cards go next by arrow key: along their cell, to the next lane, to the next column. */
export function stepPlace(field: Field, hand: readonly string[], from: Place, key: string): Place {
  const rest = (lane: string | null, name: string) =>
    (field.cells.get(cellKey(lane, name)) ?? []).filter((task) => !hand.includes(task.id))
  const idAt = (list: readonly Task[], index: number) => list[index]?.id ?? null
  const cell = rest(from.lane, from.column)
  const at = from.before ? cell.findIndex((task) => task.id === from.before) : cell.length
  const within = (index: number): Place => ({ ...from, before: idAt(cell, index) })
  const toLane = (step: number): Place => {
    const next = field.lanes.indexOf(from.lane) + step
    if (next < 0 || next >= field.lanes.length) return from
    const lane = field.lanes[next] ?? null
    const cards = rest(lane, from.column)
    const offset = at % field.perRow
    const row = step > 0 ? 0 : Math.floor(cards.length / field.perRow)
    // Upwards a lane one card wide is entered behind its last card, downwards before its first.
    return { lane, column: from.column, before: idAt(cards, row * field.perRow + offset) }
  }
  if (key === 'ArrowUp') return at >= field.perRow ? within(at - field.perRow) : toLane(-1)
  if (key === 'ArrowDown') {
    if (at + field.perRow <= cell.length) return within(at + field.perRow)
    const isLastRow = Math.floor(at / field.perRow) >= Math.floor(cell.length / field.perRow)
    if (!isLastRow) return within(cell.length)
    const next = toLane(1)
    return next === from ? within(cell.length) : next
  }
  const step = key === 'ArrowRight' ? 1 : -1
  if (field.perRow > 1) return at + step < 0 || at + step > cell.length ? from : within(at + step)
  const name = field.columns[field.columns.indexOf(from.column) + step]
  if (name === undefined) return from
  return { lane: from.lane, column: name, before: idAt(rest(from.lane, name), at) }
}

/** The card before which the pointer would put cards, among the boxes of a cell in reading order. */
export function insertion<T extends { box: { left: number; top: number; width: number; height: number } }>(
  cards: readonly T[],
  x: number,
  y: number,
  perRow: number,
): T | undefined {
  return cards.find(({ box }) => {
    if (perRow === 1) return y < box.top + box.height / 2
    return y < box.top || (y <= box.top + box.height && x < box.left + box.width / 2)
  })
}

// Where every card of the board stands: pure, so that drags, filters and tests share it.

import type { Column, Task, TaskStatus } from '../../ipc/client'
import { fold } from '../../kit/fold'
import { byPosition } from '../../workshop.svelte'

/** Where a card goes: a lane (role id, or null for unassigned), a column, and the card it stands before. */
export interface Place {
  lane: string | null
  column: string
  before: string | null
}

/** The statuses in the order of the board. */
export const STATUSES: readonly TaskStatus[] = ['todo', 'doing', 'blocked', 'done']

/** Cards of each cell, in order; keys are made by `cellKey`. */
export type Cells = ReadonlyMap<string, readonly Task[]>

/** Names the cell of a lane and a column. */
export function cellKey(lane: string | null, column: string): string {
  return `${lane ?? ''}|${column}`
}

/** The column of a task: its status, or its step (empty: none). */
export function columnOf(task: Task, by: 'status' | 'step'): string {
  return by === 'status' ? task.status : (task.step_id ?? '')
}

/** The column as the commands know it. */
export function column(key: string, by: 'status' | 'step'): Column {
  return by === 'status' ? { by: 'status', value: key as TaskStatus } : { by: 'step', value: key || null }
}

/** Puts every task that matches the filter into its cell, in order. */
export function arrange(tasks: Iterable<Task>, by: 'status' | 'step', filter: string): Cells {
  const cells = new Map<string, Task[]>()
  const wanted = fold(filter.trim())
  for (const task of tasks) {
    if (wanted && !matches(task, wanted)) continue
    const key = cellKey(task.role_id, columnOf(task, by))
    const cell = cells.get(key)
    if (cell) cell.push(task)
    else cells.set(key, [task])
  }
  for (const cell of cells.values()) cell.sort(byPosition)
  return cells
}

function matches(task: Task, wanted: string): boolean {
  return String(task.number) === wanted || fold(task.title).includes(wanted) || fold(task.detail).includes(wanted)
}

/** The cells as they will be once cards have moved; what the window shows until the store confirms. */
export function moved(cells: Cells, ids: readonly string[], to: Place): Cells {
  const hand = new Set(ids)
  const taken = new Map<string, Task>()
  const next = new Map<string, readonly Task[]>()
  for (const [key, cell] of cells) {
    if (!cell.some((task) => hand.has(task.id))) {
      next.set(key, cell)
      continue
    }
    for (const task of cell) if (hand.has(task.id)) taken.set(task.id, task)
    next.set(
      key,
      cell.filter((task) => !hand.has(task.id)),
    )
  }
  const key = cellKey(to.lane, to.column)
  const target = [...(next.get(key) ?? [])]
  const at = to.before ? target.findIndex((task) => task.id === to.before) : -1
  const cards = ids.flatMap((id) => taken.get(id) ?? []).map((task) => ({ ...task, role_id: to.lane }))
  target.splice(at < 0 ? target.length : at, 0, ...cards)
  next.set(key, target)
  return next
}

/** A card next to another by arrow key, skipping empty cells. */
export function neighbour(
  cells: Cells,
  lanes: readonly (string | null)[],
  columns: readonly string[],
  id: string,
  key: string,
): string | undefined {
  for (const [laneAt, lane] of lanes.entries()) {
    for (const [columnAt, name] of columns.entries()) {
      const cell = cells.get(cellKey(lane, name)) ?? []
      const at = cell.findIndex((task) => task.id === id)
      if (at < 0) continue
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        const step = key === 'ArrowDown' ? 1 : -1
        const beside = cell[at + step]
        if (beside) return beside.id
        for (let next = laneAt + step; next >= 0 && next < lanes.length; next += step) {
          const other = cells.get(cellKey(lanes[next] ?? null, name)) ?? []
          const found = step > 0 ? other[0] : other.at(-1)
          if (found) return found.id
        }
        return undefined
      }
      const step = key === 'ArrowRight' ? 1 : -1
      for (let next = columnAt + step; next >= 0 && next < columns.length; next += step) {
        const other = cells.get(cellKey(lane, columns[next] ?? '')) ?? []
        const found = other[Math.min(at, other.length - 1)]
        if (found) return found.id
      }
      return undefined
    }
  }
  return undefined
}

/** Where a held card goes next by arrow key: along its cell, to the next lane, to the next column. */
export function stepPlace(
  cells: Cells,
  lanes: readonly (string | null)[],
  columns: readonly string[],
  hand: readonly string[],
  from: Place,
  key: string,
): Place {
  const rest = (lane: string | null, name: string) =>
    (cells.get(cellKey(lane, name)) ?? []).filter((task) => !hand.includes(task.id))
  const cell = rest(from.lane, from.column)
  const at = from.before ? cell.findIndex((task) => task.id === from.before) : cell.length
  const laneAt = lanes.indexOf(from.lane)
  const columnAt = columns.indexOf(from.column)
  const idAt = (list: readonly Task[], index: number) => list[index]?.id ?? null
  if (key === 'ArrowUp') {
    if (at > 0) return { ...from, before: idAt(cell, at - 1) }
    return laneAt > 0 ? { lane: lanes[laneAt - 1] ?? null, column: from.column, before: null } : from
  }
  if (key === 'ArrowDown') {
    if (at < cell.length) return { ...from, before: idAt(cell, at + 1) }
    if (laneAt >= lanes.length - 1) return from
    const lane = lanes[laneAt + 1] ?? null
    return { lane, column: from.column, before: idAt(rest(lane, from.column), 0) }
  }
  const name = columns[columnAt + (key === 'ArrowRight' ? 1 : -1)]
  if (name === undefined) return from
  return { lane: from.lane, column: name, before: idAt(rest(from.lane, name), at) }
}

// Where every card of the board stands: pure, so that drags, filters and tests share it.

import type { BoardBy, Column, Task, TaskStatus } from '../../ipc/client'
import { byPosition } from '../../workshop.svelte'

/** Where a card goes: a lane (role id, or null for unassigned), a column, and the card it stands before. */
export interface Place {
  lane: string | null
  column: string
  before: string | null
}

/** Cards of each cell, in order; keys are made by `cellKey`. */
export type Cells = ReadonlyMap<string, readonly Task[]>

/** Names the cell of a lane and a column. */
export function cellKey(lane: string | null, column: string): string {
  return `${lane ?? ''}|${column}`
}

/** The one column of a board by role. */
export const WHOLE = 'lane'

/** The column of a task: its status, its step (empty: none), or the one there is. */
export function columnOf(task: Task, by: BoardBy): string {
  return by === 'status' ? task.status : by === 'step' ? (task.step_id ?? '') : WHOLE
}

/** The column as the commands know it. */
export function column(key: string, by: BoardBy): Column {
  if (by === 'role') return { by: 'lane' }
  return by === 'status' ? { by: 'status', value: key as TaskStatus } : { by: 'step', value: key || null }
}

/** Puts tasks into their cells, in order. */
export function arrange(tasks: Iterable<Task>, by: BoardBy): Cells {
  const cells = new Map<string, Task[]>()
  for (const task of tasks) {
    const key = cellKey(task.role_id, columnOf(task, by))
    const cell = cells.get(key)
    if (cell) cell.push(task)
    else cells.set(key, [task])
  }
  for (const cell of cells.values()) cell.sort(byPosition)
  return cells
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

// The matrix of tasks and roles: the cell with the keyboard, the rows in view, and what a key or a click gives.

import { tick } from 'svelte'
import { attempt } from '../../app.svelte'
import { commands, commit, PARTS } from '../../ipc/client'
import type { Matrix, MatrixCell, Part, Role } from '../../ipc/client'
import { announce } from '../../kit/notices.svelte'
import { Live } from '../../live.svelte'
import { t } from '../../messages.svelte'
import type { OpenWorkshop } from '../../workshop.svelte'

/** Every row has this height, so that only those in view need to be in the page. */
export const ROW = 34

/** What a cell shows. */
export const SIGNS: Record<MatrixCell, string> = {
  accountable: 'A',
  accountable_responsible: 'A/R',
  responsible: 'R',
  consulted: 'C',
  informed: 'I',
}

const TYPED: Record<string, Part | null> = {
  r: 'responsible',
  c: 'consulted',
  i: 'informed',
  delete: null,
  backspace: null,
  '-': null,
}
const ROUND: (Part | null)[] = [...PARTS, null]
const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
}

/** Whether the lane of the task decides what stands in a cell. */
export function carries(cell: MatrixCell | null | undefined): boolean {
  return cell === 'accountable' || cell === 'accountable_responsible'
}

export class Raci {
  /** The cell that Tab reaches. */
  at = $state({ row: 0, column: 0 })
  scroller = $state<HTMLElement>()
  scrollTop = $state(0)
  viewport = $state(600)
  readonly #live = new Live<Matrix>((id) => commands.raci(id))

  readonly matrix = $derived.by(() => this.#live.value)
  readonly roles = $derived.by((): { column: Matrix['roles'][number]; role: Role }[] =>
    (this.matrix?.roles ?? []).flatMap((column) => {
      const role = this.workshop.table('role').get(column.role_id)
      return role ? [{ column, role }] : []
    }),
  )
  readonly first = $derived.by(() => Math.max(0, Math.floor(this.scrollTop / ROW) - 6))
  readonly last = $derived.by(() =>
    Math.min(this.matrix?.rows.length ?? 0, this.first + Math.ceil(this.viewport / ROW) + 12),
  )
  /** How many rows and columns have something to remark. */
  readonly odd = $derived.by(
    () =>
      (this.matrix?.rows ?? []).filter((row) => row.checks.length > 0).length +
      (this.matrix?.roles ?? []).filter((role) => role.checks.length > 0).length,
  )

  constructor(readonly workshop: OpenWorkshop) {}

  /** Follows the workshop; call while a component is being made. */
  follow(): void {
    this.#live.follow()
  }

  async focus(row: number, column: number): Promise<void> {
    const { matrix, scroller, viewport } = this
    if (!matrix || !scroller) return
    this.at = {
      row: Math.max(0, Math.min(row, matrix.rows.length - 1)),
      column: Math.max(0, Math.min(column, this.roles.length - 1)),
    }
    const top = this.at.row * ROW
    if (top < scroller.scrollTop) scroller.scrollTop = top
    else if (top + ROW * 3 > scroller.scrollTop + viewport - 60) scroller.scrollTop = top + ROW * 3 - viewport + 60
    this.scrollTop = scroller.scrollTop
    await tick()
    scroller.querySelector<HTMLElement>(`[data-cell="${this.at.row}:${this.at.column}"]`)?.focus()
  }

  async set(row: number, column: number, part: Part | null): Promise<void> {
    const task = this.matrix?.rows[row]
    const role = this.roles[column]?.role
    if (!task || !role) return
    // Who carries a task is decided on the board; a click here chooses nothing, and is no error.
    if (part && carries(task.cells[column])) {
      announce(t('raci-carries'))
      return
    }
    await attempt(
      () => commit(commands.involvementSet(this.workshop.id, task.task_id, role.id, part)),
      () => announce(`${role.name}: ${t(`raci-${part ?? 'none'}`)}`),
    )
  }

  /** The next part of the round: R, C, I, none. */
  cycle(row: number, column: number): void {
    const cell = this.matrix?.rows[row]?.cells[column] ?? null
    const now = ROUND.findIndex((part) => part === cell)
    void this.set(row, column, ROUND[(now + 1) % ROUND.length] ?? null)
  }

  onkeydown(event: KeyboardEvent, row: number, column: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = MOVES[event.key]
    const key = event.key.toLowerCase()
    if (move) void this.focus(row + move[0], column + move[1])
    else if (event.key === 'Home') void this.focus(row, 0)
    else if (event.key === 'End') void this.focus(row, this.roles.length - 1)
    else if (event.key === ' ') this.cycle(row, column)
    else if (key in TYPED) void this.set(row, column, TYPED[key] ?? null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

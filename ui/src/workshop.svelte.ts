// The open workshop as reactive state: a map per table, changed only by the patches that the store sends.

import { untrack } from 'svelte'
import { call, commands, commit, LISTS, noteApplied, onChanged, onMissed } from './ipc/client'
import type { Contents, OperationName, Row, UndoState, Workshop, WorkshopChanged } from './ipc/client'

type TableName = Row['table']
/** The row type of a table. */
export type RowOf<T extends TableName> = Extract<Row, { table: T }>['row']
type AnyRow = Row['row']

/** One table: rows by id, replaced (never changed in place) when a patch touches it. */
class Table {
  rows = $state.raw<ReadonlyMap<string, AnyRow>>(new Map())
}

export class OpenWorkshop {
  readonly id: string
  #workshop = $state.raw<Workshop>() as Workshop
  #tables = new Map<string, Table>()
  undoState = $state.raw<UndoState>({ undo: null, redo: null })
  /** Grows with every change, for what is computed outside this window. */
  revision = $state(0)

  constructor(contents: Contents, undo: UndoState) {
    this.id = contents.workshop.id
    for (const table of Object.keys(LISTS)) this.#tables.set(table, new Table())
    this.replace(contents, undo)
  }

  /** Shows other contents of the same workshop: read anew, because a change was missed. */
  replace(contents: Contents, undo: UndoState): void {
    this.#workshop = contents.workshop
    this.undoState = undo
    for (const [table, list] of Object.entries(LISTS)) {
      const held = this.#tables.get(table)
      if (held) held.rows = new Map((contents[list] as AnyRow[]).map((row) => [row.id, row]))
    }
    this.revision = untrack(() => this.revision) + 1
  }

  /** The workshop's own row. */
  get workshop(): Workshop {
    return this.#workshop
  }

  /** Rows of a table by id. */
  table<T extends keyof typeof LISTS>(name: T): ReadonlyMap<string, RowOf<T>> {
    return (this.#tables.get(name)?.rows ?? new Map()) as ReadonlyMap<string, RowOf<T>>
  }

  /** Rows of a table in the order of their positions. */
  ordered<T extends keyof typeof LISTS>(name: T): RowOf<T>[] {
    return [...this.table(name).values()].sort(byPosition)
  }

  /** Applies what a commit changed. */
  apply(changed: WorkshopChanged): void {
    const next = new Map<string, Map<string, AnyRow>>()
    const rows = (table: string) => {
      let copy = next.get(table)
      if (!copy) {
        copy = new Map(this.#tables.get(table)?.rows)
        next.set(table, copy)
      }
      return copy
    }
    for (const change of changed.patch.changes) {
      if (change.kind === 'remove') {
        rows(change.table).delete(change.id)
      } else if (change.row.table === 'workshop') {
        if (change.row.row.id === this.id) this.#workshop = change.row.row
      } else if ('workshop_id' in change.row.row && change.row.row.workshop_id === this.id) {
        rows(change.row.table).set(change.row.row.id, change.row.row)
      }
    }
    for (const [table, copy] of next) {
      const held = this.#tables.get(table)
      if (held) held.rows = copy
    }
    if (changed.workshop_id === this.id) this.undoState = changed.undo
    this.revision += 1
  }

  /** Takes back the last step. */
  undo(): Promise<OperationName> {
    return commit(commands.undo(this.id))
  }

  /** Does again what was undone last. */
  redo(): Promise<OperationName> {
    return commit(commands.redo(this.id))
  }
}

/** Orders rows by position, then id, as the store does. */
export function byPosition(a: AnyRow, b: AnyRow): number {
  const [left, right] = [position(a), position(b)]
  return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1
}

function position(row: AnyRow): string {
  return 'position' in row ? row.position : row.id
}

let current = $state.raw<OpenWorkshop>()
let libraryRevision = $state(0)
let libraryUndo = $state.raw<UndoState>({ undo: null, redo: null })

/** The workshop that this window shows, if any. */
export function open(): OpenWorkshop | undefined {
  return current
}

/** Grows whenever the list of workshops may have changed. */
export function library(): number {
  return libraryRevision
}

let isPassing = $state(false)

/** Whether the laptop goes round, and shows one person's form at a time. */
export function passing(): boolean {
  return isPassing
}

/** Shows nothing of what the others did, until the returned function is called. */
export function passLaptop(): () => void {
  isPassing = true
  return () => (isPassing = false)
}

/** The library changed without a step that could be told: what shows it asks again. */
export async function touchLibrary(): Promise<void> {
  libraryUndo = await call(commands.undoState(null))
  libraryRevision += 1
}

/** What undo and redo would do next: in the open workshop, or on the library from Home. */
export function undoState(): UndoState {
  // The next person sees no name of the last one's step, and takes none back.
  if (isPassing) return { undo: null, redo: null }
  return current?.undoState ?? libraryUndo
}

/** Opens a workshop in this window. */
export async function openWorkshop(id: string): Promise<OpenWorkshop> {
  // Patches that arrive while the answer is under way are applied after it.
  pending = []
  try {
    const opened = await call(commands.workshopOpen(id))
    const made = new OpenWorkshop(opened.contents, opened.undo)
    for (const changed of pending) if (changed.revision > opened.revision) made.apply(changed)
    current = made
    return made
  } finally {
    pending = undefined
  }
}

/** Back to Home, where what was done inside may have changed what can be undone. */
export async function closeWorkshop(): Promise<void> {
  current = undefined
  libraryUndo = await call(commands.undoState(null))
}

/** Reads what is shown anew, after a change that was not announced. */
async function readAgain(): Promise<void> {
  libraryRevision += 1
  const workshop = current
  if (!workshop) {
    libraryUndo = await call(commands.undoState(null))
    return
  }
  pending = []
  try {
    const opened = await call(commands.workshopOpen(workshop.id))
    workshop.replace(opened.contents, opened.undo)
    for (const changed of pending) if (changed.revision > opened.revision) workshop.apply(changed)
    noteApplied(opened.revision)
  } finally {
    pending = undefined
  }
}

let pending: WorkshopChanged[] | undefined

/** Follows the changes of the library; call once per window. */
export async function follow(): Promise<() => void> {
  libraryUndo = await call(commands.undoState(null))
  onMissed(readAgain)
  let last = 0
  return onChanged((changed) => {
    // Revisions follow one another; one that is left out was a change that this window does not know.
    if (last && changed.revision > last + 1) void readAgain().catch(() => undefined)
    last = changed.revision
    pending?.push(changed)
    current?.apply(changed)
    const touchesHome = changed.patch.changes.some((change) =>
      change.kind === 'remove' ? change.table === 'workshop' : change.row.table === 'workshop',
    )
    if (changed.workshop_id === null) libraryUndo = changed.undo
    if (touchesHome || changed.workshop_id === null) libraryRevision += 1
    noteApplied(changed.revision)
  })
}

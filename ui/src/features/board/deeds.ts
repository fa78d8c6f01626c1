// What is done with cards: each deed is one step to take back, and says what it did.

import { attempt, stepBack } from '../../app.svelte'
import { commands, commit } from '../../ipc/client'
import type { Task, TaskSet, TaskStatus } from '../../ipc/client'
import { announce, notify } from '../../kit/notices.svelte'
import { t } from '../../messages.svelte'
import type { Board } from './board.svelte'
import { column } from './layout'
import type { Place } from './layout'

/** Runs a commit; true when it was done. */
async function done(work: () => Promise<unknown>): Promise<boolean> {
  return (
    (await attempt(async () => {
      await work()
      return true
    })) ?? false
  )
}

/** Moves cards: shown at once, confirmed from disk; refused, they are back where they were. */
export async function move(board: Board, ids: string[], place: Place): Promise<void> {
  board.pending = { ids, place }
  const before = place.before && !ids.includes(place.before) ? place.before : null
  const isDone = await done(() =>
    commit(commands.taskMove(board.workshop.id, ids, place.lane, column(place.column, board.by), before)),
  )
  board.pending = undefined
  if (isDone) announce(t('drag-dropped', { count: ids.length, number: board.numbers(ids), where: board.where(place) }))
}

/** Puts the held cards down where they are. */
export async function drop(board: Board): Promise<void> {
  const held = board.held
  board.held = undefined
  if (held) await move(board, held.ids, held.place)
}

/** Adds a card at the end of a cell. */
export function add(board: Board, lane: string | null, name: string, title: string, detail: string) {
  return attempt(() => commit(commands.taskAdd(board.workshop.id, lane, column(name, board.by), title, detail)))
}

/** Changes what a card says. */
export async function edit(board: Board, task: Task, title: string, detail: string): Promise<void> {
  await attempt(async () => {
    if (title !== task.title)
      await commit(commands.taskEdit(board.workshop.id, task.id, { field: 'title', value: title }))
    if (detail !== task.detail)
      await commit(commands.taskEdit(board.workshop.id, task.id, { field: 'detail', value: detail }))
  })
}

/** Deletes cards; the notice offers to take it back. */
export async function remove(board: Board, ids: string[]): Promise<void> {
  const number = board.numbers(ids)
  if (!(await done(() => commit(commands.taskDelete(board.workshop.id, ids))))) return
  board.selection = new Set()
  notify(t('board-deleted', { count: ids.length, number }), {
    action: { label: t('action-undo'), run: () => void stepBack() },
  })
}

/** Sets one thing of all these cards. */
export async function set(board: Board, ids: string[], what: TaskSet): Promise<boolean> {
  return done(() => commit(commands.taskSet(board.workshop.id, ids, what)))
}

/** Gives cards a status, and says so. */
export async function setStatus(board: Board, ids: string[], status: TaskStatus): Promise<void> {
  const number = board.numbers(ids)
  if (await set(board, ids, { field: 'status', value: status }))
    announce(t('board-status-set', { count: ids.length, number, status: t(`status-${status}`) }))
}

/** Puts a tag on cards, by its name. */
export async function tag(board: Board, ids: string[], name: string): Promise<void> {
  const targets = ids.map((id) => ({ kind: 'task' as const, id }))
  if (await done(() => commit(commands.tagPutOn(board.workshop.id, name, targets))))
    announce(t('board-tagged', { count: ids.length, name }))
}

/** Copies cards right after themselves; the copies are selected. */
export async function duplicate(board: Board, ids: string[]): Promise<string | undefined> {
  const made = await attempt(() => commit(commands.taskDuplicate(board.workshop.id, ids)))
  if (!made) return undefined
  board.selection = new Set(made)
  announce(t('board-duplicated', { count: made.length, number: board.numbers(made) }))
  return made[0]
}

/** Makes cards of a text, a line each, in the lane and column of a place. */
export async function paste(board: Board, place: Omit<Place, 'before'>, text: string): Promise<string | undefined> {
  const made = await attempt(() =>
    commit(commands.taskPaste(board.workshop.id, place.lane, column(place.column, board.by), text)),
  )
  if (!made) return undefined
  board.selection = new Set(made)
  notify(t('board-pasted', { count: made.length }), {
    action: { label: t('action-undo'), run: () => void stepBack() },
  })
  return made[0]
}

/** Cards as text for elsewhere: a line each, the detail after a tab. */
export function asText(tasks: readonly Task[]): string {
  return tasks.map((task) => (task.detail ? `${task.title}\t${task.detail}` : task.title)).join('\n')
}

/** Puts cards on the clipboard. */
export function copy(board: Board, ids: string[]): void {
  const text = asText(ids.flatMap((id) => board.tasks.get(id) ?? []))
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', put, { capture: true, once: true })
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
  if (!isCopied) void navigator.clipboard.writeText(text).catch(() => undefined)
  announce(t('board-copied', { count: ids.length, number: board.numbers(ids) }))
}

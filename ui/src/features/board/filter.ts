// Which cards a filter shows: those that fit one value of every kind that has any. Pure.

import type { BoardFilter, Task } from '../../ipc/client'
import { fold } from '../../kit/fold'

/** A filter that hides nothing. */
export const NO_FILTER: BoardFilter = { roles: [], people: [], statuses: [], steps: [], tags: [], text: '' }

/** Kinds of values that a filter combines, in the order of the chips. */
export const KINDS = ['roles', 'people', 'statuses', 'steps', 'tags'] as const
export type Kind = (typeof KINDS)[number]

/** What a filter must know of a task beside its row. */
export interface Known {
  /** Tags on a task. */
  tags: (task: Task) => readonly string[]
  /** Who does a task: its person, or all holders of its role when nobody is named. */
  people: (task: Task) => readonly string[]
}

/** Whether a filter hides anything. */
export function isFiltering(filter: BoardFilter): boolean {
  return filter.text.trim() !== '' || KINDS.some((kind) => filter[kind].length > 0)
}

/** Whether two filters show the same cards. */
export function isSame(one: BoardFilter, other: BoardFilter): boolean {
  const sorted = (values: readonly string[]) => [...values].sort().join('|')
  return one.text.trim() === other.text.trim() && KINDS.every((kind) => sorted(one[kind]) === sorted(other[kind]))
}

/** A filter with a value of a kind added, or taken away where it was. */
export function toggled(filter: BoardFilter, kind: Kind, value: string): BoardFilter {
  const values: string[] = filter[kind]
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
  return { ...filter, [kind]: next }
}

/** The tasks that a filter shows. */
export function filtered(tasks: Iterable<Task>, filter: BoardFilter, known: Known): Task[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean)
  const fits = (values: readonly string[], own: readonly string[]) =>
    values.length === 0 || (own.length === 0 ? values.includes('') : own.some((value) => values.includes(value)))
  return [...tasks].filter(
    (task) =>
      fits(filter.roles, task.role_id ? [task.role_id] : []) &&
      fits(filter.steps, task.step_id ? [task.step_id] : []) &&
      fits(filter.statuses, [task.status]) &&
      (filter.people.length === 0 || fits(filter.people, known.people(task))) &&
      (filter.tags.length === 0 || fits(filter.tags, known.tags(task))) &&
      matches(task, words),
  )
}

/** Every word stands somewhere in the card; a number alone is the card's number. */
function matches(task: Task, words: readonly string[]): boolean {
  if (words.length === 0) return true
  if (words.length === 1 && words[0] === String(task.number)) return true
  const text = fold(`${task.title} ${task.detail} ${task.notes}`)
  return words.every((word) => text.includes(word))
}

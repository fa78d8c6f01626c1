// What waits for what among tasks. Pure.

import type { Role, Task, TaskDependency } from '../../ipc/client'
import { t } from '../../messages.svelte'

/** For each task held up by another: what for. */
export function waitsOf(
  tasks: ReadonlyMap<string, Task>,
  dependencies: Iterable<TaskDependency>,
  roles: readonly Role[],
): ReadonlyMap<string, string> {
  const waits = new Map<string, string>()
  for (const { task_id, needs_id } of dependencies) {
    const [task, needed] = [tasks.get(task_id), tasks.get(needs_id)]
    if (!task || !needed || needed.status === 'done' || (task.status !== 'doing' && task.status !== 'blocked')) continue
    const letter = roles.find((role) => role.id === needed.role_id)?.letter ?? '?'
    if (!waits.has(task_id)) waits.set(task_id, t('card-waits', { number: needed.number, letter }))
  }
  return waits
}

/** A task with all that leads to it and all that follows from it. */
export function chainOf(id: string, links: readonly TaskDependency[]): ReadonlySet<string> {
  const chain = new Set([id])
  for (const [from, to] of [
    ['task_id', 'needs_id'],
    ['needs_id', 'task_id'],
  ] as const) {
    const open = [id]
    for (let next = open.pop(); next; next = open.pop()) {
      for (const link of links) {
        if (link[from] === next && !chain.has(link[to])) {
          chain.add(link[to])
          open.push(link[to])
        }
      }
    }
  }
  return chain
}

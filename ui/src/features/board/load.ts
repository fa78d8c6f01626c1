// What a lane carries, and who carries it. Pure.

import type { Person, RoleHolder, Task } from '../../ipc/client'

/** What one person carries of a lane. */
export interface Share {
  name: string
  /** Open tasks of the lane in this person's name. */
  open: number
}

/** What stands on the head of a lane. */
export interface Load {
  tasks: number
  done: number
  /** Those who hold the role, then others who do its tasks. */
  people: Share[]
  /** Open tasks in nobody's name, where others are in somebody's. */
  unnamed: number
}

/** The load of a lane. */
export function loadOf(
  lane: string | null,
  tasks: readonly Task[],
  holders: readonly RoleHolder[],
  people: ReadonlyMap<string, Person>,
): Load {
  const own = tasks.filter((task) => task.role_id === lane)
  const open = own.filter((task) => task.status !== 'done')
  const held = holders.filter((holder) => holder.role_id === lane).map((holder) => holder.person_id)
  const named = open.flatMap((task) => task.person_id ?? [])
  const ids = [...new Set([...held, ...named])]
  return {
    tasks: own.length,
    done: own.length - open.length,
    people: ids.flatMap((id) => {
      const person = people.get(id)
      return person ? { name: person.name, open: named.filter((other) => other === id).length } : []
    }),
    unnamed: named.length ? open.length - named.length : 0,
  }
}

// The state of the roles screen: the role in view, and what belongs to it.

import { attempt, stepBack } from '../../app.svelte'
import { commands, commit } from '../../ipc/client'
import type { Person, Role, RoleHolder } from '../../ipc/client'
import { announce, notify } from '../../kit/notices.svelte'
import { t } from '../../messages.svelte'
import type { OpenWorkshop } from '../../workshop.svelte'
import { grouped } from '../../kit/grouped'

export class Roles {
  chosen = $state<string>()
  /** The dialog that is open, about a role. */
  asking = $state.raw<{ what: 'merge' | 'delete'; role: string }>()

  readonly all = $derived.by(() => this.workshop.ordered('role'))
  readonly people = $derived.by(() => this.workshop.ordered('person'))
  readonly holders = $derived.by(() => grouped(this.workshop.table('role_holder').values(), (holder) => holder.role_id))
  readonly duties = $derived.by(() => grouped(this.workshop.ordered('responsibility'), (duty) => duty.role_id ?? ''))
  readonly tasks = $derived.by(() => grouped(this.workshop.table('task').values(), (task) => task.role_id ?? ''))
  /** The role in view. */
  readonly role = $derived.by((): Role | undefined => this.all.find((role) => role.id === this.chosen) ?? this.all[0])
  readonly vacant = $derived.by(() => this.all.filter((role) => !this.holders.has(role.id)).length)

  constructor(readonly workshop: OpenWorkshop) {}

  /** Who holds a role. */
  held(role: string): { holder: RoleHolder; person: Person }[] {
    return (this.holders.get(role) ?? []).flatMap((holder) => {
      const person = this.workshop.table('person').get(holder.person_id)
      return person ? [{ holder, person }] : []
    })
  }

  /** Does something that the store may refuse. */
  do<T>(work: Promise<T> | (() => Promise<T>)): Promise<T | undefined> {
    return attempt(() => (typeof work === 'function' ? work() : work))
  }

  /** Like [`do`], for commits without a value of their own: true when done. */
  async done(work: () => Promise<unknown>): Promise<true | undefined> {
    return attempt(async () => {
      await work()
      return true as const
    })
  }

  async add(name: string): Promise<true | undefined> {
    const id = await this.do(() => commit(commands.roleAdd(this.workshop.id, name)))
    if (id === undefined) return undefined
    this.chosen = id
    return true
  }

  /** Takes a role so many places further. */
  async shift(role: Role, by: number): Promise<void> {
    const others = this.all.filter((other) => other.id !== role.id)
    const at = this.all.findIndex((other) => other.id === role.id) + by
    if (at < 0 || at > others.length) return
    await this.place(role, others[at]?.id ?? null, () => announce(t('lane-moved', { letter: role.letter, at: at + 1 })))
  }

  place(role: Role, before: string | null, done?: () => void): Promise<unknown> {
    return attempt(() => commit(commands.roleMove(this.workshop.id, role.id, before)), done)
  }

  /** Says what was done, with the way back. */
  say(text: string): void {
    notify(text, { action: { label: t('action-undo'), run: () => void stepBack() } })
  }
}

// The state of the contracts screen: the pair in view, the open line, and what is in the hand.

import { attempt, stepBack } from '../../app.svelte'
import { commands, commit } from '../../ipc/client'
import type { Contract, ContractEdit, Role, Side } from '../../ipc/client'
import { announce, notify } from '../../kit/notices.svelte'
import { t } from '../../messages.svelte'
import type { OpenWorkshop } from '../../workshop.svelte'
import { tally } from './tally'
import type { Tally } from './tally'
import { grouped } from '../../kit/grouped'

export interface PairOf {
  giver: string
  receiver: string
}

/** A need or an offer that waits for its other half. */
export interface Half {
  id: string
  side: Side
}

export class Contracts {
  chosen = $state.raw<PairOf>()
  /** The line whose particulars are shown. */
  opened = $state<string>()
  /** The half in the hand, and the half it would be matched with. */
  held = $state.raw<Half & { over: string | undefined; by: 'pointer' | 'keyboard' }>()
  showsDropped = $state(false)

  readonly roles = $derived.by(() => this.workshop.ordered('role'))
  readonly lines = $derived.by(() => this.workshop.ordered('contract'))
  readonly total = $derived.by(() => tally(this.lines))
  readonly pairs = $derived.by(() => grouped(this.lines, (line) => `${line.giver_id} ${line.receiver_id}`))
  /** The pair in view: the chosen one, else the one that needs attention most. */
  readonly pair = $derived.by((): PairOf | undefined => {
    const [first, second] = this.roles
    if (!first || !second) return undefined
    const isThere = (id: string | undefined) => this.roles.some((role) => role.id === id)
    if (this.chosen && isThere(this.chosen.giver) && isThere(this.chosen.receiver)) return this.chosen
    return { giver: first.id, receiver: second.id }
  })

  constructor(readonly workshop: OpenWorkshop) {}

  /** The role with this id. */
  role(id: string): Role | undefined {
    return this.workshop.table('role').get(id)
  }

  /** The letter of a role. */
  letter(id: string): string {
    return this.role(id)?.letter ?? '?'
  }

  /** Lines from one role to another, in order. */
  of(pair: PairOf): Contract[] {
    return this.pairs.get(`${pair.giver} ${pair.receiver}`) ?? []
  }

  /** Counts of a pair. */
  counts(pair: PairOf): Tally {
    return tally(this.of(pair))
  }

  /** Counts of all that a role gives and gets. */
  ofRole(id: string): Tally {
    return tally(this.lines.filter((line) => line.giver_id === id || line.receiver_id === id))
  }

  /** Looks at a pair. */
  look(pair: PairOf): void {
    if (this.pair?.giver !== pair.giver || this.pair.receiver !== pair.receiver) this.opened = undefined
    this.chosen = pair
  }

  /** The unanswered halves of the other side with which a half can be matched. */
  partners(half: Half): Contract[] {
    const line = this.workshop.table('contract').get(half.id)
    if (!line) return []
    return this.of({ giver: line.giver_id, receiver: line.receiver_id }).filter(
      (other) =>
        other.id !== line.id && canMatch(half.side === 'need' ? line : other, half.side === 'need' ? other : line),
    )
  }

  /** Whether a side of a line waits for its other half. */
  isFree(line: Contract, side: Side): boolean {
    return (
      line.is_revealed &&
      line.dropped_at === null &&
      (side === 'need' ? line.need !== null && line.offer === null : line.offer !== null && line.need === null)
    )
  }

  pickUp(half: Half, by: 'pointer' | 'keyboard'): void {
    const partners = this.partners(half)
    if (partners.length === 0) {
      if (by === 'keyboard') announce(t('contract-no-partner'))
      return
    }
    this.held = { ...half, by, over: by === 'keyboard' ? partners[0]?.id : undefined }
    if (by === 'keyboard') announce(`${t('contract-picked-up')} ${this.#words(partners[0], half.side)}`)
  }

  /** Points the held half at the next possible partner. */
  carry(step: 1 | -1): void {
    if (!this.held) return
    const partners = this.partners(this.held)
    const at = partners.findIndex((line) => line.id === this.held?.over)
    const next = partners[(at + step + partners.length) % partners.length]
    this.held = { ...this.held, over: next?.id }
    announce(this.#words(next, this.held.side))
  }

  cancel(): void {
    if (this.held) announce(t('drag-cancelled'))
    this.held = undefined
  }

  /** Puts the held half on the one under it. Returns the line that holds both. */
  async drop(): Promise<string | undefined> {
    const held = this.held
    this.held = undefined
    if (!held?.over || !this.partners(held).some((line) => line.id === held.over)) return undefined
    return this.match(held, held.over)
  }

  /** Matches a half with another. */
  match(half: Half, other: string): Promise<string | undefined> {
    const [need, offer] = half.side === 'need' ? [half.id, other] : [other, half.id]
    // The line stays where the half was put down.
    const stays = half.side === 'need' ? 'offer' : 'need'
    return this.#do(async () => {
      await commit(commands.contractMatch(this.workshop.id, need, offer, stays))
      announce(t('contract-matched'))
      return need
    })
  }

  add(pair: PairOf, side: Side, words: string[], is_blind = false): Promise<boolean | undefined> {
    return this.#do(async () => {
      for (const one of words) {
        await commit(
          commands.contractAdd(this.workshop.id, {
            giver: pair.giver,
            receiver: pair.receiver,
            side,
            words: one,
            is_blind,
          }),
        )
      }
      return true
    })
  }

  edit(id: string, edit: ContractEdit): Promise<boolean | undefined> {
    return this.#do(async () => {
      await commit(commands.contractEdit(this.workshop.id, id, edit))
      return true
    })
  }

  /** Drops or deletes a line; the notice takes it back. */
  async remove(line: Contract, how: 'drop' | 'delete'): Promise<void> {
    const done = await this.#do(async () => {
      await commit(
        how === 'drop'
          ? commands.contractDrop(this.workshop.id, line.id)
          : commands.contractDelete(this.workshop.id, line.id),
      )
      return true
    })
    if (done)
      notify(t(how === 'drop' ? 'contract-dropped' : 'contract-deleted'), {
        action: { label: t('action-undo'), run: () => void stepBack() },
      })
  }

  #do<T>(work: () => Promise<T>): Promise<T | undefined> {
    return attempt(work)
  }

  #words(line: Contract | undefined, held: Side): string {
    return (held === 'need' ? line?.offer : line?.need) ?? ''
  }
}

function canMatch(need: Contract, offer: Contract): boolean {
  const isOpen = (line: Contract) => line.is_revealed && line.dropped_at === null
  return (
    need.need !== null &&
    need.offer === null &&
    offer.offer !== null &&
    offer.need === null &&
    isOpen(need) &&
    isOpen(offer)
  )
}

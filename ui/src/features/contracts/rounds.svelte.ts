// The pair rounds of a workshop under way: they go on while one looks at a pair or at another screen.

import type { PairRound } from '../../ipc/client'
import { announce } from '../../kit/notices.svelte'
import { t } from '../../messages.svelte'

const MINUTES = 8

export class Rounds {
  /** Roles that are not in the room. */
  away = $state.raw<ReadonlySet<string>>(new Set())
  minutes = $state(MINUTES)
  all = $state.raw<readonly PairRound[]>([])
  current = $state(0)
  /** When the round ends, while the timer runs. */
  #endsAt = $state<number>()
  /** What is left, while it stands. */
  #left = $state(MINUTES * 60_000)
  #now = $state(Date.now())
  #ticking: ReturnType<typeof setInterval> | undefined

  constructor(readonly workshopId: string) {}

  get isRunning(): boolean {
    return this.#endsAt !== undefined
  }

  /** What is left of the round, in milliseconds. */
  get remaining(): number {
    return this.#endsAt === undefined ? this.#left : Math.max(0, this.#endsAt - this.#now)
  }

  /** Only the pairs that matter most sit, because time is short. */
  isShort = $state(false)

  /** Takes the rounds for who is present; rounds that were made short stay as they are. */
  plan(rounds: readonly PairRound[], isShort = false): void {
    if (this.isShort && !isShort) return
    this.isShort = isShort
    this.all = rounds
    this.current = Math.min(this.current, Math.max(0, rounds.length - 1))
  }

  /** Back to the rounds of everyone with everyone. */
  lengthen(): void {
    this.isShort = false
  }

  /** Takes a role out of the rounds, or back in. */
  sit(role: string): void {
    const next = new Set(this.away)
    if (!next.delete(role)) next.add(role)
    this.away = next
    this.isShort = false
  }

  /** Sets how many minutes a round lasts; a round that stands at its start takes them at once. */
  last(minutes: number): void {
    const isAtStart = this.#left === this.minutes * 60_000
    this.minutes = Math.min(60, Math.max(1, Math.round(minutes) || MINUTES))
    if (!this.isRunning && isAtStart) this.#left = this.minutes * 60_000
  }

  /** Starts the round, or goes on with it. */
  start(): void {
    this.#now = Date.now()
    this.#endsAt = this.#now + (this.#left > 0 ? this.#left : this.minutes * 60_000)
    this.#ticking = setInterval(() => this.#tick(), 1000)
  }

  /** Stands still; what is left stays. */
  pause(): void {
    this.#left = this.remaining
    this.#stop()
  }

  /** Goes to a round, from its beginning. */
  show(round: number): void {
    if (round === this.current && this.isRunning) return
    this.current = round
    this.#left = this.minutes * 60_000
    this.#stop()
  }

  #tick(): void {
    this.#now = Date.now()
    if (this.#endsAt === undefined || this.#now < this.#endsAt) return
    this.#left = 0
    this.#stop()
    announce(t('rounds-over', { round: this.current + 1 }))
  }

  #stop(): void {
    this.#endsAt = undefined
    clearInterval(this.#ticking)
  }
}

let rounds: Rounds | undefined

/** The rounds of a workshop; another workshop begins anew. */
export function roundsOf(workshopId: string): Rounds {
  if (rounds?.workshopId !== workshopId) {
    rounds?.pause()
    rounds = new Rounds(workshopId)
  }
  return rounds
}

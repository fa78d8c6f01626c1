// How this laptop looks at the board: kept per workshop as a preference, never a step to take back.

import { attempt } from '../../app.svelte'
import { call, commands } from '../../ipc/client'
import type { BoardBy, BoardFilter, BoardView } from '../../ipc/client'
import { onFlush } from '../../kit/typing.svelte'
import { isFiltering, isSame, NO_FILTER } from './filter'

/** Above this many cards the board is compact unless it was said otherwise. */
const COMPACT_FROM = 100
/** Changes of the view are written this long after the last one. */
const PAUSE = 300

export class View {
  #view = $state.raw<BoardView>() as BoardView
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #forget: () => void

  private constructor(
    readonly workshopId: string,
    view: BoardView,
  ) {
    this.#view = view
    this.#forget = onFlush(() => this.#save())
  }

  /** Reads how a workshop's board was looked at last. */
  static async of(workshopId: string): Promise<View> {
    return new View(workshopId, await call(commands.boardView(workshopId)))
  }

  get by(): BoardBy {
    return this.#view.by
  }
  set by(by: BoardBy) {
    this.#change({ by })
  }

  get filter(): BoardFilter {
    return this.#view.filter
  }
  set filter(filter: BoardFilter) {
    this.#change({ filter })
  }

  get kept(): BoardView['kept'] {
    return this.#view.kept
  }

  get isFiltering(): boolean {
    return isFiltering(this.#view.filter)
  }

  /** The kept filter that shows what shows now. */
  get keptNow(): string | undefined {
    return this.#view.kept.find((entry) => isSame(entry.filter, this.#view.filter))?.name
  }

  /** Whether many cards show small; unless said otherwise it depends on how many there are. */
  isCompact(tasks: number): boolean {
    return this.#view.is_compact ?? tasks > COMPACT_FROM
  }

  setCompact(isCompact: boolean): void {
    this.#change({ is_compact: isCompact })
  }

  isFolded(lane: string | null): boolean {
    return this.#view.folded.includes(lane ?? '')
  }

  /** Folds lanes away, or opens them. */
  fold(lanes: readonly (string | null)[], isFolded: boolean): void {
    const ids = lanes.map((lane) => lane ?? '')
    const others = this.#view.folded.filter((id) => !ids.includes(id))
    this.#change({ folded: isFolded ? [...others, ...ids] : others })
  }

  /** Keeps the filter under a name; the same name again replaces it. */
  keep(name: string): void {
    const clean = name.trim()
    if (!clean || !this.isFiltering) return
    const others = this.#view.kept.filter((entry) => entry.name !== clean)
    this.#change({ kept: [...others, { name: clean, filter: this.#view.filter }] })
  }

  /** Forgets a kept filter. */
  forget(name: string): void {
    this.#change({ kept: this.#view.kept.filter((entry) => entry.name !== name) })
  }

  /** Shows everything. */
  clear(): void {
    this.#change({ filter: NO_FILTER })
  }

  /** Writes what is not written yet, and follows nothing more. */
  close(): void {
    this.#forget()
    void this.#save()
  }

  #change(change: Partial<BoardView>): void {
    this.#view = { ...this.#view, ...change }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#save(), PAUSE)
  }

  async #save(): Promise<void> {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    await attempt(() => call(commands.boardViewSet(this.workshopId, this.#view)))
  }
}

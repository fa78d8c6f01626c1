// The state of the board on screen: lanes, columns, cells, the selection and what is in the hand.

import { attempt, stepBack } from '../../app.svelte'
import { commands, commit } from '../../ipc/client'
import type { Role, Task } from '../../ipc/client'
import { announce, notify } from '../../kit/notices.svelte'
import { t } from '../../messages.svelte'
import type { OpenWorkshop } from '../../workshop.svelte'
import { arrange, cellKey, column, moved, neighbour, STATUSES, stepPlace } from './layout'
import type { Cells, Place } from './layout'

export interface LaneOf {
  id: string | null
  role: Role | undefined
  letter: string
  color: string
  name: string
}

/** Above this many cards every card has one height and only visible ones are drawn. */
const DENSE_FROM = 250

export class Board {
  filter = $state('')
  collapsed = $state.raw<ReadonlySet<string>>(new Set())
  selection = $state.raw<ReadonlySet<string>>(new Set())
  /** The card that Tab reaches. */
  active = $state<string>()
  editing = $state<string>()
  /** The cell in which a new card is being typed. */
  adding = $state<string>()
  /** Cards in the hand, and where they would go. */
  held = $state.raw<{ ids: string[]; place: Place; by: 'pointer' | 'keyboard' }>()
  /** A move that the store has not confirmed yet. */
  pending = $state.raw<{ ids: string[]; place: Place }>()
  /** Shows what leads to and follows from the active card, the rest dimmed. */
  isChaining = $state(false)

  readonly by = $derived.by(() => this.workshop.workshop.board_columns)
  readonly roles = $derived.by(() => this.workshop.ordered('role'))
  readonly lanes = $derived.by((): LaneOf[] => [
    { id: null, role: undefined, letter: '?', color: 'none', name: t('board-unassigned') },
    ...this.roles.map((role) => ({ id: role.id, role, letter: role.letter, color: role.color, name: role.name })),
  ])
  readonly columns = $derived.by((): { key: string; title: string }[] =>
    this.by === 'status'
      ? STATUSES.map((status) => ({ key: status, title: t(`status-${status}`) }))
      : [
          ...this.workshop.ordered('step').map((step) => ({ key: step.id, title: step.title })),
          { key: '', title: t('board-no-step') },
        ],
  )
  readonly tasks = $derived.by(() => this.workshop.table('task'))
  readonly arranged = $derived.by((): Cells => arrange(this.tasks.values(), this.by, this.filter))
  readonly cells = $derived.by((): Cells =>
    this.pending ? moved(this.arranged, this.pending.ids, this.pending.place) : this.arranged,
  )
  readonly isDense = $derived.by(() => this.tasks.size > DENSE_FROM)
  /** For each task that waits: what for. */
  readonly waits = $derived.by(() => this.#waits())
  readonly chain = $derived.by(() => (this.isChaining && this.active ? this.#chain(this.active) : undefined))

  constructor(readonly workshop: OpenWorkshop) {}

  /** The cards of a cell. */
  cell(lane: string | null, name: string): readonly Task[] {
    return this.cells.get(cellKey(lane, name)) ?? []
  }

  /** How many cards a column shows. */
  count(name: string): number {
    return this.lanes.reduce((sum, lane) => sum + this.cell(lane.id, name).length, 0)
  }

  /** What a screen reader says of a card. */
  label(task: Task): string {
    const lane = this.lanes.find((candidate) => candidate.id === task.role_id)
    return t('card-label', {
      number: task.number,
      title: task.title,
      lane: lane?.name ?? '',
      status: t(`status-${task.status}`),
      waits: this.waits.get(task.id) ?? '',
    })
  }

  /** Makes a card the only selected one, or adds to and takes from the selection. */
  select(id: string, how: 'only' | 'toggle' | 'range'): void {
    if (how === 'only') this.selection = new Set([id])
    else if (how === 'toggle') {
      const next = new Set(this.selection)
      if (!next.delete(id)) next.add(id)
      this.selection = next
    } else {
      const cell = [...this.cells.values()].find((cards) => cards.some((task) => task.id === id)) ?? []
      const ends = [cell.findIndex((task) => task.id === this.active), cell.findIndex((task) => task.id === id)].sort(
        (a, b) => a - b,
      )
      const range =
        ends[0] !== undefined && ends[0] >= 0
          ? cell.slice(ends[0], (ends[1] ?? 0) + 1)
          : cell.filter((task) => task.id === id)
      this.selection = new Set([...this.selection, ...range.map((task) => task.id)])
    }
    this.active = id
  }

  /** The cards an action on this card means: the selection if it belongs to it. */
  meant(id: string): string[] {
    if (!this.selection.has(id)) return [id]
    return [...this.cells.values()]
      .flat()
      .filter((task) => this.selection.has(task.id))
      .map((task) => task.id)
  }

  /** The card that an arrow key leads to. */
  beside(id: string, key: string): string | undefined {
    return neighbour(
      this.cells,
      this.#openLanes(),
      this.columns.map((entry) => entry.key),
      id,
      key,
    )
  }

  /** Where a card stands now. */
  place(id: string): Place | undefined {
    for (const lane of this.lanes) {
      for (const { key } of this.columns) {
        const cell = this.cell(lane.id, key)
        const at = cell.findIndex((task) => task.id === id)
        if (at >= 0) return { lane: lane.id, column: key, before: cell[at + 1]?.id ?? null }
      }
    }
    return undefined
  }

  /** Picks cards up, by keyboard or pointer. */
  pickUp(id: string, by: 'pointer' | 'keyboard'): void {
    const place = this.place(id)
    if (!place) return
    const ids = this.meant(id)
    let before = place.before
    while (before && ids.includes(before)) before = this.place(before)?.before ?? null
    this.held = { ids, place: { ...place, before }, by }
    if (by === 'keyboard') announce(t('drag-picked-up', { count: ids.length, number: this.#numbers(ids) }))
  }

  /** Takes the held cards one step further by arrow key. */
  carry(key: string): void {
    if (!this.held) return
    const place = stepPlace(
      this.cells,
      this.#openLanes(),
      this.columns.map((entry) => entry.key),
      this.held.ids,
      this.held.place,
      key,
    )
    this.held = { ...this.held, place }
    announce(this.#where(place))
  }

  /** Puts the held cards down where they are. */
  async drop(): Promise<void> {
    const held = this.held
    this.held = undefined
    if (held) await this.move(held.ids, held.place)
  }

  /** Lets go without moving. */
  cancel(): void {
    if (!this.held) return
    this.held = undefined
    announce(t('drag-cancelled'))
  }

  /** Moves cards: shown at once, confirmed from disk. */
  async move(ids: string[], place: Place): Promise<void> {
    this.pending = { ids, place }
    const before = place.before && !ids.includes(place.before) ? place.before : null
    await attempt(
      () => commit(commands.taskMove(this.workshop.id, ids, place.lane, column(place.column, this.by), before)),
      () => announce(t('drag-dropped', { count: ids.length, number: this.#numbers(ids), where: this.#where(place) })),
    )
    this.pending = undefined
  }

  /** Adds a card at the end of a cell. */
  async add(lane: string | null, name: string, title: string, detail: string): Promise<string | undefined> {
    return attempt(async () => {
      const id = await commit(commands.taskAdd(this.workshop.id, lane, column(name, this.by), title))
      if (detail) await commit(commands.taskEdit(this.workshop.id, id, { field: 'detail', value: detail }))
      return id
    })
  }

  /** Changes what a card says. */
  async edit(task: Task, title: string, detail: string): Promise<void> {
    await attempt(async () => {
      if (title !== task.title)
        await commit(commands.taskEdit(this.workshop.id, task.id, { field: 'title', value: title }))
      if (detail !== task.detail)
        await commit(commands.taskEdit(this.workshop.id, task.id, { field: 'detail', value: detail }))
    })
  }

  /** Deletes cards; the notice offers to take it back. */
  async remove(ids: string[]): Promise<void> {
    const number = this.#numbers(ids)
    const done = await attempt(async () => {
      await commit(commands.taskDelete(this.workshop.id, ids))
      return true
    })
    if (!done) return
    this.selection = new Set()
    notify(t('board-deleted', { count: ids.length, number }), {
      action: { label: t('action-undo'), run: () => void stepBack() },
    })
  }

  /** Folds a lane away or opens it. */
  toggleLane(lane: string | null): void {
    const next = new Set(this.collapsed)
    if (!next.delete(lane ?? '')) next.add(lane ?? '')
    this.collapsed = next
  }

  isCollapsed(lane: string | null): boolean {
    return this.collapsed.has(lane ?? '')
  }

  #openLanes(): (string | null)[] {
    return this.lanes.map((lane) => lane.id).filter((id) => !this.isCollapsed(id))
  }

  #numbers(ids: string[]): string {
    const numbers = ids.slice(0, 3).map((id) => this.tasks.get(id)?.number ?? '')
    return numbers.join(', ') + (ids.length > 3 ? '…' : '')
  }

  #where(place: Place): string {
    const lane = this.lanes.find((candidate) => candidate.id === place.lane)
    const name = this.columns.find((entry) => entry.key === place.column)?.title ?? ''
    const before = place.before ? this.tasks.get(place.before)?.number : undefined
    return t('drag-where', { lane: lane?.name ?? '', column: name, before: before ?? 0 })
  }

  #waits(): ReadonlyMap<string, string> {
    const waits = new Map<string, string>()
    for (const { task_id, needs_id } of this.workshop.table('task_dependency').values()) {
      const [task, needed] = [this.tasks.get(task_id), this.tasks.get(needs_id)]
      if (!task || !needed || needed.status === 'done' || (task.status !== 'doing' && task.status !== 'blocked'))
        continue
      const letter = this.roles.find((role) => role.id === needed.role_id)?.letter ?? '?'
      if (!waits.has(task_id)) waits.set(task_id, t('card-waits', { number: needed.number, letter }))
    }
    return waits
  }

  #chain(id: string): ReadonlySet<string> {
    const chain = new Set([id])
    const links = [...this.workshop.table('task_dependency').values()]
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
}

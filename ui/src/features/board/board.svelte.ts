// The state of the board on screen: lanes, columns, cells, the selection and what is in the hand.

import { TASK_STATUSES } from '../../ipc/client'
import type { Role, Task } from '../../ipc/client'
import { announce } from '../../kit/notices.svelte'
import { t } from '../../messages.svelte'
import type { OpenWorkshop } from '../../workshop.svelte'
import { neighbour, stepPlace } from './arrows'
import type { Field } from './arrows'
import { filtered } from './filter'
import { arrange, cellKey, moved, WHOLE } from './layout'
import type { Cells, Place } from './layout'
import { waitsOf, chainOf } from './links'
import { loadOf } from './load'
import type { Load } from './load'
import type { View } from './view.svelte'

export interface LaneOf {
  id: string | null
  role: Role | undefined
  letter: string
  color: string
  name: string
}

/** Above this many cards every card has one height and only visible ones are drawn. */
const DENSE_FROM = 250
/** A card by role is at least this wide, in pixels: compact, comfortable. */
const LEAST = { compact: 168, comfortable: 196 }
/** Between two cards. */
const GAP = 6

export class Board {
  selection = $state.raw<ReadonlySet<string>>(new Set())
  /** The card that Tab reaches. */
  active = $state<string>()
  editing = $state<string>()
  /** The cell in which a new card is being typed. */
  adding = $state<string>()
  /** Whether the card's panel stands open. */
  isPanelOpen = $state(false)
  /** Cards in the hand, where they would go, and the height of the one that was taken. */
  held = $state.raw<{ ids: string[]; place: Place; by: 'pointer' | 'keyboard'; height: number }>()
  /** A move that the store has not confirmed yet. */
  pending = $state.raw<{ ids: string[]; place: Place }>()
  /** Shows what leads to and follows from the active card, the rest dimmed. */
  isChaining = $state(false)
  /** Room for the cards of a lane, in pixels. */
  width = $state(940)

  readonly by = $derived.by(() => this.view.by)
  readonly roles = $derived.by(() => this.workshop.ordered('role'))
  readonly lanes = $derived.by((): LaneOf[] => [
    { id: null, role: undefined, letter: '?', color: 'none', name: t('board-unassigned') },
    ...this.roles.map((role) => ({ id: role.id, role, letter: role.letter, color: role.color, name: role.name })),
  ])
  readonly columns = $derived.by((): { key: string; title: string }[] => {
    if (this.by === 'role') return [{ key: WHOLE, title: '' }]
    if (this.by === 'status') return TASK_STATUSES.map((status) => ({ key: status, title: t(`status-${status}`) }))
    return [
      ...this.workshop.ordered('step').map((step) => ({ key: step.id, title: step.title })),
      { key: '', title: t('board-no-step') },
    ]
  })
  readonly tasks = $derived.by(() => this.workshop.table('task'))
  readonly isCompact = $derived.by(() => this.view.isCompact(this.tasks.size))
  /** Cards side by side in a cell. */
  readonly perRow = $derived.by(() => {
    if (this.by !== 'role') return 1
    const least = this.isCompact ? LEAST.compact : LEAST.comfortable
    return Math.max(1, Math.floor((this.width + GAP) / (least + GAP)))
  })
  readonly #tags = $derived.by(() => {
    const tags = new Map<string, string[]>()
    for (const { task_id, tag_id } of this.workshop.table('tagging').values())
      if (task_id) tags.set(task_id, [...(tags.get(task_id) ?? []), tag_id])
    return tags
  })
  readonly #holders = $derived.by(() => [...this.workshop.table('role_holder').values()])
  /** The tasks that the filter shows. */
  readonly shown = $derived.by(() => {
    if (!this.view.isFiltering) return [...this.tasks.values()]
    return filtered(this.tasks.values(), this.view.filter, {
      tags: (task) => this.#tags.get(task.id) ?? [],
      people: (task) =>
        task.person_id
          ? [task.person_id]
          : this.#holders.filter((holder) => holder.role_id === task.role_id).map((holder) => holder.person_id),
    })
  })
  readonly arranged = $derived.by((): Cells => arrange(this.shown, this.by))
  readonly cells = $derived.by((): Cells =>
    this.pending ? moved(this.arranged, this.pending.ids, this.pending.place) : this.arranged,
  )
  readonly isDense = $derived.by(() => this.tasks.size > DENSE_FROM)
  /** What each lane carries, whatever the filter shows. */
  readonly #loads = $derived.by(() => {
    const all = [...this.tasks.values()]
    const people = this.workshop.table('person')
    return new Map(this.lanes.map((lane) => [lane.id, loadOf(lane.id, all, this.#holders, people)]))
  })
  /** For each task that waits: what for. */
  readonly waits = $derived.by(() => waitsOf(this.tasks, this.workshop.table('task_dependency').values(), this.roles))
  readonly chain = $derived.by(() =>
    this.isChaining && this.active
      ? chainOf(this.active, [...this.workshop.table('task_dependency').values()])
      : undefined,
  )

  constructor(
    readonly workshop: OpenWorkshop,
    readonly view: View,
  ) {}

  /** The cards of a cell. */
  cell(lane: string | null, name: string): readonly Task[] {
    return this.cells.get(cellKey(lane, name)) ?? []
  }

  /** How many cards a column shows. */
  count(name: string): number {
    return this.lanes.reduce((sum, lane) => sum + this.cell(lane.id, name).length, 0)
  }

  /** How many cards a lane shows. */
  laneCount(lane: string | null): number {
    return this.columns.reduce((sum, { key }) => sum + this.cell(lane, key).length, 0)
  }

  load(lane: string | null): Load {
    return this.#loads.get(lane) ?? { tasks: 0, done: 0, people: [], unnamed: 0 }
  }

  /** Names of the tags on a task. */
  tagsOf(task: string): readonly string[] {
    return this.#tags.get(task) ?? []
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

  /** Selects every card that shows. */
  selectAll(): void {
    this.selection = new Set(this.#openLanes().flatMap((lane) => this.inLane(lane).map((task) => task.id)))
    announce(t('board-selected', { count: this.selection.size }))
  }

  /** The cards of a lane in the order of the board. */
  inLane(lane: string | null): Task[] {
    return this.columns.flatMap(({ key }) => this.cell(lane, key))
  }

  /** Selected cards in the order of the board. */
  get selected(): Task[] {
    return this.lanes.flatMap((lane) => this.inLane(lane.id)).filter((task) => this.selection.has(task.id))
  }

  /** The cards an action on this card means: the selection if it belongs to it. */
  meant(id: string): string[] {
    return this.selection.has(id) ? this.selected.map((task) => task.id) : [id]
  }

  get #field(): Field {
    return {
      cells: this.cells,
      lanes: this.#openLanes(),
      columns: this.columns.map((entry) => entry.key),
      perRow: this.perRow,
    }
  }

  /** The card that an arrow key leads to. */
  beside(id: string, key: string): string | undefined {
    return neighbour(this.#field, id, key)
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

  /** Picks cards up, by keyboard or pointer; `height` is that of the card that was taken. */
  pickUp(id: string, by: 'pointer' | 'keyboard', height: number): void {
    const place = this.place(id)
    if (!place) return
    const ids = this.meant(id)
    let before = place.before
    while (before && ids.includes(before)) before = this.place(before)?.before ?? null
    this.held = { ids, place: { ...place, before }, by, height }
    if (by === 'keyboard') announce(t('drag-picked-up', { count: ids.length, number: this.numbers(ids) }))
  }

  /** Takes the held cards one step further by arrow key. */
  carry(key: string): void {
    if (!this.held) return
    const place = stepPlace(this.#field, this.held.ids, this.held.place, key)
    this.held = { ...this.held, place }
    announce(this.where(place))
  }

  /** Lets go without moving. */
  cancel(): void {
    if (!this.held) return
    this.held = undefined
    announce(t('drag-cancelled'))
  }

  /** Folds a lane away or opens it. */
  toggleLane(lane: string | null): void {
    this.view.fold([lane], !this.view.isFolded(lane))
  }

  /** Folds every lane away, or opens all when they are. */
  toggleAll(): void {
    const all = this.lanes.map((lane) => lane.id)
    const fold = all.some((lane) => !this.isCollapsed(lane))
    this.view.fold(all, fold)
    announce(t(fold ? 'board-all-folded' : 'board-all-open'))
  }

  isCollapsed(lane: string | null): boolean {
    return this.view.isFolded(lane)
  }

  #openLanes(): (string | null)[] {
    return this.lanes.map((lane) => lane.id).filter((id) => !this.isCollapsed(id))
  }

  /** Numbers of cards, for a sentence. */
  numbers(ids: readonly string[]): string {
    const numbers = ids.slice(0, 3).map((id) => this.tasks.get(id)?.number ?? '')
    return numbers.join(', ') + (ids.length > 3 ? '…' : '')
  }

  /** A place, in words. */
  where(place: Place): string {
    const lane = this.lanes.find((candidate) => candidate.id === place.lane)
    const name = this.columns.find((entry) => entry.key === place.column)?.title ?? ''
    const before = place.before ? this.tasks.get(place.before)?.number : undefined
    return t('drag-where', { lane: lane?.name ?? '', within: name ? 1 : 0, column: name, before: before ?? 0 })
  }
}

// The sequence on screen: the step in the panel, the arrow being drawn, and where the keyboard goes.

import { tick } from 'svelte'
import { attempt } from '../../app.svelte'
import { commands, commit } from '../../ipc/client'
import type { Sequence, SequenceStep } from '../../ipc/client'
import { Live } from '../../live.svelte'
import { t } from '../../messages.svelte'
import type { OpenWorkshop } from '../../workshop.svelte'
import { CARD, Geometry } from './geometry'
import type { Point } from './geometry'

const DIRECTIONS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export class Sequencing {
  /** The step in the panel. */
  chosen = $state<string>()
  naming = $state(false)
  canvas = $state<HTMLElement>()
  /** The width there is for the graph. */
  room = $state(0)
  /** The arrow being drawn by the mouse. */
  link = $state.raw<{ from: string; start: Point; to: Point; over: string | undefined }>()
  readonly #live = new Live<Sequence>((id) => commands.sequence(id))

  readonly sequence = $derived.by(() => this.#live.value)
  readonly geometry = $derived.by(() => (this.sequence ? new Geometry(this.sequence) : undefined))
  readonly spots = $derived.by(() => new Map((this.sequence?.steps ?? []).map((step) => [step.id, step.slot])))
  /** The critical path is drawn over the others. */
  readonly arrows = $derived.by(() =>
    [...(this.sequence?.arrows ?? [])].sort((a, b) => Number(a.is_critical) - Number(b.is_critical)),
  )
  /** A wide graph shrinks to the room there is, as long as it can still be read. */
  readonly scale = $derived.by(() =>
    this.geometry && this.room ? Math.max(0.7, Math.min(1, this.room / this.geometry.width)) : 1,
  )
  readonly panel = $derived.by(() => this.sequence?.steps.find((step) => step.id === this.chosen))
  readonly line = $derived.by(() => {
    const { sequence } = this
    if (!sequence || sequence.steps.length === 0) return ''
    const critical = { count: sequence.critical.length, tasks: sequence.critical_weight }
    return [
      t('sequence-steps', { count: sequence.steps.length }),
      ...(sequence.critical.length ? [t('sequence-critical', critical)] : []),
    ].join(' · ')
  })

  constructor(readonly workshop: OpenWorkshop) {}

  /** Follows the workshop; call while a component is being made. */
  follow(): void {
    this.#live.follow()
  }

  /** Adds steps after the chosen one, if there is one: the order is what one is writing down. */
  add = async (titles: string[]): Promise<true | undefined> => {
    for (const title of titles) {
      const after = this.chosen ? [this.chosen] : []
      const id = await attempt(() => commit(commands.stepAdd(this.workshop.id, title, null, after)))
      if (id === undefined) return undefined
      this.chosen = id
    }
    return true
  }

  toggle(id: string): void {
    this.chosen = this.chosen === id ? undefined : id
  }

  /** Draws an arrow from a step with the mouse until it is let go on another, or Escape. */
  beginLink(event: PointerEvent, from: SequenceStep): void {
    const { geometry, canvas } = this
    if (!geometry || !canvas || event.button !== 0) return
    event.preventDefault()
    const corner = geometry.corner(from.slot)
    const start = { x: corner.x + CARD.width, y: corner.y + CARD.height / 2 }
    this.link = { from: from.id, start, to: start, over: undefined }
    const point = (moved: PointerEvent) => {
      const rect = canvas.getBoundingClientRect()
      return { x: (moved.clientX - rect.left) / this.scale, y: (moved.clientY - rect.top) / this.scale }
    }
    const move = (moved: PointerEvent) => {
      if (!this.link) return
      const over = document.elementFromPoint(moved.clientX, moved.clientY)?.closest<HTMLElement>('[data-step-id]')
        ?.dataset.stepId
      this.link = { ...this.link, to: point(moved), over: over === this.link.from ? undefined : over }
    }
    const end = () => {
      stop()
      const drawn = this.link
      this.link = undefined
      const over = drawn?.over
      if (drawn && over) void attempt(() => commit(commands.stepDepend(this.workshop.id, over, drawn.from, true)))
    }
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return
      stop()
      this.link = undefined
    }
    const stop = () => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
      removeEventListener('keydown', key)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
    addEventListener('keydown', key)
  }

  /** Arrow keys go to the nearest card of the next column or row. */
  onkeydown(event: KeyboardEvent, from: SequenceStep): void {
    const direction = DIRECTIONS[event.key]
    if (event.key === 'Escape' && this.chosen) this.chosen = undefined
    else if (event.key === 'Delete') void attempt(() => commit(commands.stepDelete(this.workshop.id, from.id)))
    else if (direction) this.#focus(this.#beside(from, ...direction))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Closes the panel; the keyboard goes back to the step's card. */
  async close(): Promise<void> {
    const id = this.chosen
    this.chosen = undefined
    await tick()
    this.#focus(id)
  }

  #beside(from: SequenceStep, dx: number, dy: number): string | undefined {
    const { geometry, sequence } = this
    if (!geometry || !sequence) return undefined
    const here = geometry.corner(from.slot)
    const isThere = (step: SequenceStep) =>
      dx
        ? (step.slot.column - from.slot.column) * dx > 0
        : step.slot.column === from.slot.column && (step.slot.row - from.slot.row) * dy > 0
    return sequence.steps
      .filter(isThere)
      .map((step) => ({ id: step.id, at: geometry.corner(step.slot) }))
      .sort(
        (a, b) =>
          Math.abs(a.at.x - here.x) - Math.abs(b.at.x - here.x) ||
          Math.abs(a.at.y - here.y) - Math.abs(b.at.y - here.y),
      )[0]?.id
  }

  #focus(id: string | undefined): void {
    if (id !== undefined) this.canvas?.querySelector<HTMLElement>(`[data-step-id="${CSS.escape(id)}"]`)?.focus()
  }
}

// Where the cards and arrows of the sequence are drawn.

import type { Arrow, Sequence, Spot } from '../../ipc/client'

export const CARD = { width: 216, height: 104 }
const GAP = { x: 72, y: 26 }
const EDGE = 12

export interface Point {
  x: number
  y: number
}

/** Places for everything of a sequence; columns with fewer rows are centred. */
export class Geometry {
  readonly width: number
  readonly height: number
  #rows: number[] = []
  #tallest: number

  constructor(sequence: Sequence) {
    const spots = [...sequence.steps.map((step) => step.slot), ...sequence.arrows.flatMap((arrow) => arrow.through)]
    for (const { column, row } of spots) this.#rows[column] = Math.max(this.#rows[column] ?? 0, row + 1)
    this.#tallest = Math.max(1, ...this.#rows)
    this.width = sequence.columns * (CARD.width + GAP.x) - GAP.x + 2 * EDGE
    this.height = this.#tallest * (CARD.height + GAP.y) - GAP.y + 2 * EDGE
  }

  /** The top left corner of a card. */
  corner({ column, row }: Spot): Point {
    const centred = (this.#tallest - (this.#rows[column] ?? 1)) / 2
    return { x: EDGE + column * (CARD.width + GAP.x), y: EDGE + (row + centred) * (CARD.height + GAP.y) }
  }

  /** The line of an arrow from the right side of a card to the left side of another. */
  path(arrow: Arrow, from: Spot, to: Spot): string {
    const middle = CARD.height / 2
    const start = this.corner(from)
    const end = this.corner(to)
    const out = { x: start.x + CARD.width, y: start.y + middle }
    const into = { x: end.x - 7, y: end.y + middle }
    if (arrow.closes_cycle) {
      // Back over the top, so that it is seen to go against time.
      const top = Math.min(start.y, end.y) - GAP.y / 2
      return `M${start.x + CARD.width / 2} ${start.y} C${start.x + CARD.width / 2} ${top}, ${end.x + CARD.width / 2} ${top}, ${end.x + CARD.width / 2} ${end.y - 7}`
    }
    let line = `M${out.x} ${out.y}`
    let at = out
    const curve = (next: Point) => {
      const half = (next.x - at.x) / 2
      line += ` C${at.x + half} ${at.y}, ${next.x - half} ${next.y}, ${next.x} ${next.y}`
      at = next
    }
    for (const spot of arrow.through) {
      const pass = this.corner(spot)
      curve({ x: pass.x, y: pass.y + middle })
      at = { x: pass.x + CARD.width, y: pass.y + middle }
      line += ` L${at.x} ${at.y}`
    }
    curve(into)
    return line
  }
}

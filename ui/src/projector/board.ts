// How a board fills the wall: as large as it can be read from six metres, and on several pages where it must.
//
// All lengths are in hundredths of the picture's height (of a picture of 16:9). No text is smaller than `LEAST`.

/** The smallest text, in hundredths of the height. */
export const LEAST = 2.2
/** What a page offers beside its margins and its head. */
const WIDTH = 177.7 - 2 * 4
const HEIGHT = 100 - 11 - 1
const LANE_HEAD = 6.2
const LANE_GAP = 2.2
const COLUMN_GAP = 1
/** Width of a card's number, spine and padding, in its own text size. */
const BESIDE = 2.6

interface Card {
  title: string
}

export interface PlacedLane<C> {
  /** Index of the lane in what was given. */
  lane: number
  columns: C[][]
  /** The lane began on an earlier page. */
  isContinued: boolean
}

export interface Page<C> {
  lanes: PlacedLane<C>[]
}

export interface Board<C> {
  pages: Page<C>[]
  /** Text size of the cards. */
  size: number
  /** How many lines a title may take. */
  lines: number
  /** Padding above and below a title, and the height of its lines, in its own text size. */
  padding: number
  leading: number
  /** Between two cards. */
  gap: number
}

/** Lines that a text takes in a width (both in em); a word that is too long is broken. */
export function linesOf(text: string, width: number, measure: (text: string) => number): number {
  let lines = 1
  let at = 0
  for (const word of text.split(/\s+/u)) {
    const long = measure(word)
    const space = at === 0 ? 0 : 0.28
    if (at + space + long <= width) at += space + long
    else if (long <= width) {
      lines += at === 0 ? 0 : 1
      at = long
    } else {
      lines += (at === 0 ? 0 : 1) + Math.ceil(long / width) - 1
      at = long % width
    }
  }
  return lines
}

interface Way {
  lines: number
  from: number
  to: number
  padding: number
  leading: number
  gap: number
  /** The narrowest column, in em. */
  narrowest: number
}

const ONE_PAGE: readonly Way[] = [
  { lines: 3, from: 4.4, to: 2.8, padding: 0.36, leading: 1.2, gap: 0.4, narrowest: 9 },
  { lines: 2, from: 2.8, to: 2.4, padding: 0.22, leading: 1.2, gap: 0.25, narrowest: 10 },
  { lines: 1, from: 2.4, to: LEAST, padding: 0.01, leading: 1.13, gap: 0.1, narrowest: 13 },
]
const PAGES: readonly Way[] = [
  { lines: 3, from: 3.8, to: 2.7, padding: 0.36, leading: 1.2, gap: 0.4, narrowest: 10 },
  { lines: 2, from: 2.7, to: 2.3, padding: 0.2, leading: 1.2, gap: 0.25, narrowest: 11 },
]

/** Lays out lanes of cards; `measure` gives the width of a text in em. */
export function layBoard<C extends Card>(lanes: readonly C[][], measure: (text: string) => number): Board<C> {
  const count = lanes.length
  const perPage = [...new Set([1, 2, 3, 4, 5, 6, 8, count].map((pages) => Math.ceil(count / pages)))]
  for (const lanesOnPage of perPage) {
    for (const way of lanesOnPage === count ? ONE_PAGE : PAGES) {
      for (let size = way.from; size >= way.to - 0.001; size -= 0.1) {
        const placed = place(lanes, lanesOnPage, size, way, measure)
        if (placed)
          return { pages: placed, size, lines: way.lines, padding: way.padding, leading: way.leading, gap: way.gap }
      }
    }
  }
  return { pages: overflow(lanes, measure), size: 2.4, lines: 2, padding: 0.2, leading: 1.2, gap: 0.25 }
}

function heightOf(card: Card, width: number, size: number, way: Way, measure: (text: string) => number): number {
  const lines = Math.min(way.lines, linesOf(card.title, width / size - BESIDE, measure))
  return size * (lines * way.leading + 2 * way.padding) + way.gap
}

/** Cards of a lane in columns of the height that is there. */
function columnsOf<C extends Card>(
  cards: readonly C[],
  width: number,
  size: number,
  way: Way,
  measure: (text: string) => number,
): C[][] {
  const columns: C[][] = [[]]
  let filled = 0
  for (const card of cards) {
    const height = heightOf(card, width, size, way, measure)
    if (filled + height > HEIGHT - LANE_HEAD && (columns.at(-1)?.length ?? 0) > 0) {
      columns.push([])
      filled = 0
    }
    columns.at(-1)?.push(card)
    filled += height
  }
  return columns
}

function widths(lanesOnPage: number): { columns: number; width: number } {
  const lane = (WIDTH - (lanesOnPage - 1) * LANE_GAP) / lanesOnPage
  const columns = Math.max(1, Math.floor(lane / 34))
  return { columns, width: (lane - (columns - 1) * COLUMN_GAP) / columns }
}

function place<C extends Card>(
  lanes: readonly C[][],
  lanesOnPage: number,
  size: number,
  way: Way,
  measure: (text: string) => number,
): Page<C>[] | undefined {
  const { columns, width } = widths(lanesOnPage)
  if (width / size < way.narrowest) return undefined
  const laid = lanes.map((cards) => columnsOf(cards, width, size, way, measure))
  if (laid.some((lane) => lane.length > columns)) return undefined
  const pages: Page<C>[] = []
  for (let at = 0; at < lanes.length; at += lanesOnPage) {
    pages.push({
      lanes: laid
        .slice(at, at + lanesOnPage)
        .map((lane, index) => ({ lane: at + index, columns: lane, isContinued: false })),
    })
  }
  return pages
}

/** A lane a page, and several pages for a lane that asks for them. */
function overflow<C extends Card>(lanes: readonly C[][], measure: (text: string) => number): Page<C>[] {
  const { columns, width } = widths(1)
  const way: Way = { lines: 2, from: 2.4, to: 2.4, padding: 0.2, leading: 1.2, gap: 0.25, narrowest: 0 }
  return lanes.flatMap((cards, lane) => {
    const all = columnsOf(cards, width, 2.4, way, measure)
    const pages: Page<C>[] = []
    for (let at = 0; at < all.length; at += columns)
      pages.push({ lanes: [{ lane, columns: all.slice(at, at + columns), isContinued: at > 0 }] })
    return pages
  })
}

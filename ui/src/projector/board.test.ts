import { describe, expect, it } from 'vitest'
import { layBoard, LEAST, linesOf } from './board'

/** About what a narrow sans serif takes. */
const measure = (text: string) => text.length * 0.54
const WORDS = [
  'Préparer',
  'les',
  'attributs',
  'calculés',
  'Environnementsverwaltungsgesellschaft',
  'et',
  'contrôler',
  'données',
]

function lanes(count: number, cards: number, words: number) {
  return Array.from({ length: count }, (_, lane) =>
    Array.from({ length: cards }, (_, card) => ({
      number: lane * cards + card,
      title: Array.from(
        { length: 1 + ((lane + card) % words) },
        (_, at) => WORDS[(lane * 3 + card + at) % WORDS.length],
      ).join(' '),
    })),
  )
}

describe('a board on the wall', () => {
  it('counts the lines of a text', () => {
    expect(linesOf('un deux', 10, measure)).toBe(1)
    expect(linesOf('un deux', 3, measure)).toBe(2)
    expect(linesOf('abcdefghijkl', 3, measure)).toBe(3)
  })

  it.each([
    [1, 0],
    [4, 5],
    [5, 30],
    [5, 60],
    [12, 17],
    [40, 5],
    [1, 400],
    [200, 2],
  ])('shows every card of %i lanes × %i once, in order, and never too small', (count, cards) => {
    for (const words of [1, 3, 6]) {
      const given = lanes(count, cards, words)
      const board = layBoard(given, measure)
      expect(board.size).toBeGreaterThanOrEqual(LEAST - 0.001)
      const shown: { number: number; title: string }[][] = given.map(() => [])
      for (const page of board.pages) for (const lane of page.lanes) shown[lane.lane]?.push(...lane.columns.flat())
      expect(shown).toEqual(given)
      expect(
        new Set(board.pages.flatMap((page) => page.lanes.filter((lane) => !lane.isContinued).map((lane) => lane.lane)))
          .size,
      ).toBe(count)
    }
  })

  it('keeps five lanes of thirty short cards on one page', () => {
    const given = Array.from({ length: 5 }, () => Array.from({ length: 30 }, () => ({ title: 'Préparer les canaux' })))
    const board = layBoard(given, measure)
    expect(board.pages.length).toBe(1)
  })

  it('is large where there is little', () => {
    expect(layBoard(lanes(4, 5, 2), measure).size).toBeGreaterThan(3.5)
  })
})

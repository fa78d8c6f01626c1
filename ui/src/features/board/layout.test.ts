import { describe, expect, it } from 'vitest'
import type { Task } from '../../ipc/client'
import { insertion, neighbour, stepPlace } from './arrows'
import { filtered, isFiltering, isSame, NO_FILTER, toggled } from './filter'
import { arrange, cellKey, moved } from './layout'
import { loadOf } from './load'
import type { Cells } from './layout'
import { visible } from './window'

const task = (number: number, lane: string | null, status: Task['status'], title = `Tâche ${number}`): Task => ({
  id: `t${number}`,
  workshop_id: 'w',
  number,
  role_id: lane,
  step_id: null,
  status,
  position: String(number).padStart(3, '0'),
  title,
  detail: '',
  notes: '',
  due_on: null,
  person_id: null,
})
const tasks = [
  task(3, 'a', 'todo'),
  task(1, 'a', 'todo', 'Régler les accès'),
  task(2, 'a', 'doing'),
  task(4, 'b', 'todo'),
  task(5, null, 'todo'),
]
const lanes = [null, 'a', 'b']
const columns = ['todo', 'doing']
const numbers = (cells: Cells, lane: string | null, column: string) =>
  (cells.get(cellKey(lane, column)) ?? []).map((entry) => entry.number)

describe('the board', () => {
  const cells = arrange(tasks, 'status')
  const field = { cells, lanes, columns, perRow: 1 }

  it('puts every card into its cell, in order', () => {
    expect(numbers(cells, 'a', 'todo')).toEqual([1, 3])
    expect(numbers(cells, null, 'todo')).toEqual([5])
  })

  it('shows a move before the store confirms it, in the order of the hand', () => {
    const after = moved(cells, ['t5', 't2'], { lane: 'a', column: 'todo', before: 't3' })
    expect(numbers(after, 'a', 'todo')).toEqual([1, 5, 2, 3])
    expect(numbers(after, 'a', 'doing')).toEqual([])
    expect([...after.values()].flat()).toHaveLength(tasks.length)
  })

  it('leads arrow keys to the next card, over empty cells', () => {
    expect(neighbour(field, 't5', 'ArrowDown')).toBe('t1')
    expect(neighbour(field, 't3', 'ArrowDown')).toBe('t4')
    expect(neighbour(field, 't1', 'ArrowRight')).toBe('t2')
    expect(neighbour(field, 't4', 'ArrowRight')).toBeUndefined()
  })

  it('carries a held card along its cell, then into the next lane', () => {
    const hand = ['t1']
    const start = { lane: 'a', column: 'todo', before: 't3' }
    const end = stepPlace(field, hand, start, 'ArrowDown')
    expect(end).toEqual({ lane: 'a', column: 'todo', before: null })
    expect(stepPlace(field, hand, end, 'ArrowDown')).toEqual({
      lane: 'b',
      column: 'todo',
      before: 't4',
    })
    expect(stepPlace(field, hand, start, 'ArrowLeft')).toEqual(start)
    expect(stepPlace(field, hand, start, 'ArrowRight')).toEqual({
      lane: 'a',
      column: 'doing',
      before: 't2',
    })
  })

  it('draws only what a dense board shows: whole rows', () => {
    expect(visible(10_000, 0, 700, 1, 46)).toEqual({ first: 0, last: 20 })
    const { first, last } = visible(10_000, 52_000, 52_700, 1, 46)
    expect(last - first).toBeLessThan(32)
    expect(visible(3, 10_000, 10_700, 1, 46)).toEqual({ first: 3, last: 3 })
    const rows = visible(10_000, 52_000, 52_700, 4, 46)
    expect(rows.first % 4).toBe(0)
    expect(rows.last - rows.first).toBeLessThan(4 * 32)
    expect(visible(10, 0, 700, 4, 46)).toEqual({ first: 0, last: 10 })
  })
})

describe('a lane whose cards flow', () => {
  // Three side by side: 11 to 17 in lane a, 21 in lane b.
  const flow = [11, 12, 13, 14, 15, 16, 17].map((number) => task(number, 'a', 'todo')).concat(task(21, 'b', 'done'))
  const field = { cells: arrange(flow, 'role'), lanes, columns: ['lane'], perRow: 3 }
  const place = (before: string | null, lane: string | null = 'a') => ({ lane, column: 'lane', before })

  it('leads arrows along rows and down columns', () => {
    expect(neighbour(field, 't11', 'ArrowRight')).toBe('t12')
    expect(neighbour(field, 't13', 'ArrowRight')).toBe('t14')
    expect(neighbour(field, 't12', 'ArrowDown')).toBe('t15')
    // Under a short last row stands its last card; under that the next lane.
    expect(neighbour(field, 't15', 'ArrowDown')).toBe('t17')
    expect(neighbour(field, 't17', 'ArrowDown')).toBe('t21')
    expect(neighbour(field, 't21', 'ArrowUp')).toBe('t17')
    expect(neighbour(field, 't14', 'Home')).toBe('t11')
    expect(neighbour(field, 't14', 'End')).toBe('t17')
    expect(neighbour(field, 't11', 'ArrowLeft')).toBeUndefined()
  })

  it('carries a card by rows and to other lanes, whatever its status', () => {
    expect(stepPlace(field, ['t11'], place('t12'), 'ArrowRight')).toEqual(place('t13'))
    expect(stepPlace(field, ['t11'], place('t12'), 'ArrowDown')).toEqual(place('t15'))
    expect(stepPlace(field, ['t11'], place(null), 'ArrowDown')).toEqual(place('t21', 'b'))
    expect(stepPlace(field, ['t11'], place('t12'), 'ArrowUp')).toEqual(place(null, null))
    expect(stepPlace(field, ['t11'], place('t12'), 'ArrowLeft')).toEqual(place('t12'))
  })

  it('finds the place under the pointer in reading order', () => {
    const box = (at: number) => ({ left: (at % 3) * 100, top: Math.floor(at / 3) * 50, width: 94, height: 44 })
    const cards = [0, 1, 2, 3, 4].map((at) => ({ id: at, box: box(at) }))
    const at = (x: number, y: number) => insertion(cards, x, y, 3)?.id
    expect(at(10, 10)).toBe(0)
    expect(at(60, 10)).toBe(1)
    expect(at(290, 10)).toBe(3)
    expect(at(10, 60)).toBe(3)
    expect(at(290, 60)).toBeUndefined()
    expect(insertion(cards.slice(0, 1), 90, 10, 1)?.id).toBe(0)
    expect(insertion(cards.slice(0, 1), 90, 30, 1)).toBeUndefined()
  })
})

describe('a filter', () => {
  const known = {
    tags: (of: Task) => (of.number === 1 ? ['sdk'] : []),
    people: (of: Task) => (of.role_id === 'a' ? ['ana'] : []),
  }
  const shown = (change: Partial<typeof NO_FILTER>) =>
    filtered(tasks, { ...NO_FILTER, ...change }, known).map((entry) => entry.number)

  it('finds words without case and accents, and a number', () => {
    expect(shown({ text: 'REGLER' })).toEqual([1])
    expect(shown({ text: 'acces regler' })).toEqual([1])
    expect(shown({ text: '4' })).toEqual([4])
    expect(shown({ text: ' ' })).toHaveLength(tasks.length)
  })

  it('combines kinds, and takes any value of one', () => {
    expect(shown({ roles: ['a'] })).toEqual([3, 1, 2])
    expect(shown({ roles: ['a', ''] })).toEqual([3, 1, 2, 5])
    expect(shown({ roles: ['a'], statuses: ['doing'] })).toEqual([2])
    expect(shown({ people: ['ana'], text: 'tache' })).toEqual([3, 2])
    expect(shown({ people: [''] })).toEqual([4, 5])
    expect(shown({ tags: ['sdk'] })).toEqual([1])
    expect(shown({ tags: [''] })).toEqual([3, 2, 4, 5])
    expect(shown({ steps: ['s'] })).toEqual([])
  })

  it('knows whether it hides anything, and whether it is the same', () => {
    const one = toggled(toggled(NO_FILTER, 'roles', 'a'), 'roles', 'b')
    const other = toggled(toggled(NO_FILTER, 'roles', 'b'), 'roles', 'a')
    expect(isSame(one, other)).toBe(true)
    expect(isFiltering(one)).toBe(true)
    expect(isFiltering(toggled(toggled(one, 'roles', 'a'), 'roles', 'b'))).toBe(false)
    expect(isSame(one, { ...one, text: 'x' })).toBe(false)
  })
})

describe('the load of a lane', () => {
  const person = (id: string, name: string) => ({
    id,
    workshop_id: 'w',
    position: id,
    name,
    organisation: '',
    email: '',
    is_private: false,
  })
  const people = new Map([person('p1', 'Ana'), person('p2', 'Bo')].map((entry) => [entry.id, entry]))
  const holders = [{ id: 'h', workshop_id: 'w', role_id: 'a', person_id: 'p1' }]

  it('counts tasks, those done, and open ones per person', () => {
    const own = [
      { ...task(1, 'a', 'todo'), person_id: 'p2' },
      { ...task(2, 'a', 'doing'), person_id: 'p1' },
      { ...task(3, 'a', 'done'), person_id: 'p1' },
      task(4, 'a', 'todo'),
    ]
    expect(loadOf('a', own, holders, people)).toEqual({
      tasks: 4,
      done: 1,
      people: [
        { name: 'Ana', open: 1 },
        { name: 'Bo', open: 1 },
      ],
      unnamed: 1,
    })
    expect(loadOf('b', own, holders, people)).toEqual({ tasks: 0, done: 0, people: [], unnamed: 0 })
  })
})

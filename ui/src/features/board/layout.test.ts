import { describe, expect, it } from 'vitest'
import type { Task } from '../../ipc/client'
import { arrange, cellKey, moved, neighbour, stepPlace } from './layout'
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
  const cells = arrange(tasks, 'status', '')

  it('puts every card into its cell, in order', () => {
    expect(numbers(cells, 'a', 'todo')).toEqual([1, 3])
    expect(numbers(cells, null, 'todo')).toEqual([5])
  })

  it('filters without case and accents, and by number', () => {
    expect([...arrange(tasks, 'status', 'REGLER').values()].flat().map((entry) => entry.number)).toEqual([1])
    expect([...arrange(tasks, 'status', '4').values()].flat().map((entry) => entry.number)).toEqual([4])
  })

  it('shows a move before the store confirms it, in the order of the hand', () => {
    const after = moved(cells, ['t5', 't2'], { lane: 'a', column: 'todo', before: 't3' })
    expect(numbers(after, 'a', 'todo')).toEqual([1, 5, 2, 3])
    expect(numbers(after, 'a', 'doing')).toEqual([])
    expect([...after.values()].flat()).toHaveLength(tasks.length)
  })

  it('leads arrow keys to the next card, over empty cells', () => {
    expect(neighbour(cells, lanes, columns, 't5', 'ArrowDown')).toBe('t1')
    expect(neighbour(cells, lanes, columns, 't3', 'ArrowDown')).toBe('t4')
    expect(neighbour(cells, lanes, columns, 't1', 'ArrowRight')).toBe('t2')
    expect(neighbour(cells, lanes, columns, 't4', 'ArrowRight')).toBeUndefined()
  })

  it('carries a held card along its cell, then into the next lane', () => {
    const hand = ['t1']
    const start = { lane: 'a', column: 'todo', before: 't3' }
    const end = stepPlace(cells, lanes, columns, hand, start, 'ArrowDown')
    expect(end).toEqual({ lane: 'a', column: 'todo', before: null })
    expect(stepPlace(cells, lanes, columns, hand, end, 'ArrowDown')).toEqual({
      lane: 'b',
      column: 'todo',
      before: 't4',
    })
    expect(stepPlace(cells, lanes, columns, hand, start, 'ArrowLeft')).toEqual(start)
    expect(stepPlace(cells, lanes, columns, hand, start, 'ArrowRight')).toEqual({
      lane: 'a',
      column: 'doing',
      before: 't2',
    })
  })

  it('draws only what a dense board shows', () => {
    expect(visible(10_000, 0, 700)).toEqual({ first: 0, last: 20 })
    const { first, last } = visible(10_000, 52_000, 52_700)
    expect(last - first).toBeLessThan(32)
    expect(visible(3, 10_000, 10_700)).toEqual({ first: 3, last: 3 })
  })
})

import { describe, expect, it } from 'vitest'
import type { Contract, ContractState } from '../../ipc/client'
import { percent, standing, tally } from './tally'

const lines = (...states: ContractState[]) => states.map((state) => ({ state, is_revealed: true }) as Contract)

describe('the tally of a pair', () => {
  it('leaves dropped and hidden lines out of the score', () => {
    const counts = tally([...lines('agreed', 'asked', 'dropped'), { state: 'asked', is_revealed: false } as Contract])
    expect([counts.lines, counts.hidden, percent(counts)]).toEqual([2, 1, 50])
  })

  it('has no score without lines, and a hundred only when all are agreed', () => {
    expect(percent(tally(lines('dropped')))).toBeUndefined()
    expect(percent(tally(lines(...Array<ContractState>(199).fill('agreed'), 'matched')))).toBe(99)
  })

  it('stands well, on its way, or mostly without an answer', () => {
    expect(standing(tally(lines('agreed', 'agreed')))).toBe('good')
    expect(standing(tally(lines('agreed', 'matched', 'asked')))).toBe('way')
    expect(standing(tally(lines('agreed', 'offered', 'offered')))).toBe('bad')
    expect(standing(tally([]))).toBe('none')
  })
})

import { describe, expect, it } from 'vitest'
import type { Offer } from '../../ipc/client'
import { moved, rowsOf, taken, wishes } from './prepare'

function offer(key: string, seconds: number, reason: string | null = null): Offer {
  const said = { key: 'prepare-own', args: {} }
  return {
    title: key,
    reason,
    proposal: {
      key,
      source: 'findings',
      title: said,
      why: said,
      seconds,
      least_seconds: 60,
      objects: [],
      findings: [],
      backlog_id: null,
      item_id: null,
      holds: 0,
      age: 1,
      score: 1,
    },
  }
}

describe('preparing a meeting', () => {
  it('takes what is in, in its order, and parks what found no room', () => {
    const rows = moved(rowsOf([offer('a', 600), offer('b', 300), offer('c', 900, 'full')]), 1, 0)
    expect(taken(rows)).toBe(900)
    const asked = wishes(
      rows.map((row) => (row.title === 'a' ? { ...row, isIn: false } : row)),
      true,
    )
    expect(asked.chosen.map((choice) => choice.key)).toEqual(['b'])
    // What was taken out by hand is neither taken nor parked.
    expect(asked.parked).toEqual([{ key: 'c', title: 'c', reason: 'full' }])
    expect(wishes(rows, false).parked).toEqual([])
  })

  it('knows a role from a person', () => {
    const rows = rowsOf([offer('a', 600)]).map((row) => ({ ...row, presenter: 'person:p1' }))
    expect(wishes(rows, true).chosen[0]).toMatchObject({ presenter_person_id: 'p1', presenter_role_id: null })
  })
})

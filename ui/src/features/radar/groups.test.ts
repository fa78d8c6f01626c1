import { describe, expect, it } from 'vitest'
import type { Finding } from '../../ipc/client'
import { byKind, byWho, starts } from './groups'
import type { Known } from './groups'

const roles = ['a', 'b', 'c'].map((id) => ({ id, letter: id.toUpperCase(), color: 'blue', name: `Rôle ${id}` }))
const lines: Record<string, { giver_id: string; receiver_id: string }> = {
  ab: { giver_id: 'a', receiver_id: 'b' },
  ba: { giver_id: 'b', receiver_id: 'a' },
  bc: { giver_id: 'b', receiver_id: 'c' },
}
const known: Known = {
  roles,
  contract: (id) => lines[id],
  roleOf: (table, id) => (table === 'task' && id === 't1' ? 'a' : null),
}
const finding = (kind: Finding['kind'], ...objects: [string, string][]): Finding => ({
  key: `${kind}:${objects.map(([, id]) => id).join(':')}`,
  kind,
  objects: objects.map(([table, id]) => ({ table, id })),
  facts: '',
  accepted: null,
  args: {},
  agenda_item_id: null,
  is_parked: false,
})
const all = [
  finding('unowned_task', ['task', 't2']),
  finding('vacant_role', ['role', 'c']),
  finding('blocked', ['task', 't1']),
  finding('need_without_offer', ['contract', 'bc']),
  finding('need_without_offer', ['contract', 'ab']),
  finding('offer_without_need', ['contract', 'ba']),
]

describe('findings', () => {
  it('stand under their pair, their role or the workshop, the gravest first', () => {
    const groups = byWho(all, known).map((group) => [
      group.roles.map((role) => role.letter).join(''),
      group.findings.length,
    ])
    expect(groups).toEqual([
      ['', 1],
      ['C', 1],
      ['A', 1],
      ['BC', 1],
      ['AB', 2],
    ])
  })

  it('stand under their kind', () => {
    expect(byKind(all).map((group) => group.findings.length)).toEqual([1, 1, 1, 2, 1])
  })

  it('say what to do first when there are many', () => {
    expect(starts(all, known)).toEqual([])
    const many = [...all, ...[...'defghi'].map((id) => finding('offer_without_need', ['contract', 'ab'], ['x', id]))]
    const [first, second, third] = starts(many, known)
    expect([first?.what, second?.what, third?.what]).toEqual(['unowned', 'vacant', 'answer'])
    expect([third?.count, third?.roles.map((role) => role.letter)]).toEqual([9, ['A', 'B']])
    expect(second?.roles.map((role) => role.letter)).toEqual(['C'])
  })
})

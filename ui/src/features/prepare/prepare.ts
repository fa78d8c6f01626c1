// What a dialog edits before anything is written: proposals as rows, in or out, in order.

import type { Offer, PrepareChoice, PreparePark } from '../../ipc/client'

/** One proposal as it is edited. */
export interface Row {
  offer: Offer
  isIn: boolean
  title: string
  seconds: number
  /** `role:ID`, `person:ID` or nothing. */
  presenter: string
}

/** Rows of what is proposed, in, and of what finds no room, out. */
export function rowsOf(offers: readonly Offer[]): Row[] {
  return offers.map((offer) => ({
    offer,
    isIn: offer.reason === null,
    title: offer.title,
    seconds: offer.proposal.seconds,
    presenter: '',
  }))
}

/** Seconds of what is in. */
export function taken(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + (row.isIn ? row.seconds : 0), 0)
}

/** Rows with the one at `from` put at `to`. */
export function moved(rows: readonly Row[], from: number, to: number): Row[] {
  const next = [...rows]
  const [row] = next.splice(from, 1)
  if (row) next.splice(Math.min(Math.max(to, 0), next.length), 0, row)
  return next
}

/** What is asked of the core: what is in, in order, and what is parked with its reason. */
export function wishes(rows: readonly Row[], parks: boolean): { chosen: PrepareChoice[]; parked: PreparePark[] } {
  const chosen = rows
    .filter((row) => row.isIn)
    .map((row) => {
      const [kind, id] = row.presenter.split(':')
      return {
        key: row.offer.proposal.key,
        title: row.title,
        seconds: row.seconds,
        presenter_role_id: kind === 'role' ? (id ?? null) : null,
        presenter_person_id: kind === 'person' ? (id ?? null) : null,
      }
    })
  const out = parks ? rows.filter((row) => !row.isIn && row.offer.reason !== null) : []
  return {
    chosen,
    parked: out.map((row) => ({ key: row.offer.proposal.key, title: row.title, reason: row.offer.reason ?? '' })),
  }
}

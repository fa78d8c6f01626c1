// What agenda items and outcomes are linked to: in words, as a way there, and what can still be linked.

import type { Reference, ReferenceFrom, ReferenceTo } from '../../ipc/client'
import { fold } from '../../kit/fold'
import { t } from '../../messages.svelte'
import type { OpenWorkshop } from '../../workshop.svelte'
import { findings, said } from '../radar/radar.svelte'

/** Something that a link leads to. */
export interface Linked {
  to: ReferenceTo
  /** What kind of thing it is, in one word. */
  kind: string
  text: string
}

/** The links of an item or an outcome. */
export function referencesOf(workshop: OpenWorkshop, from: ReferenceFrom): Reference[] {
  return [...workshop.table('reference').values()].filter(
    (row) => (from.kind === 'item' ? row.item_id : row.outcome_id) === from.id,
  )
}

/** What a link leads to; undefined when it is no longer there. */
export function linked(workshop: OpenWorkshop, reference: Reference): Linked | undefined {
  const to: ReferenceTo | undefined = reference.task_id
    ? { kind: 'task', id: reference.task_id }
    : reference.contract_id
      ? { kind: 'contract', id: reference.contract_id }
      : reference.responsibility_id
        ? { kind: 'responsibility', id: reference.responsibility_id }
        : reference.finding
          ? { kind: 'finding', id: reference.finding }
          : undefined
  return to && describe(workshop, to)
}

function describe(workshop: OpenWorkshop, to: ReferenceTo): Linked | undefined {
  const letter = (id: string | null) => (id ? (workshop.table('role').get(id)?.letter ?? '?') : '?')
  const text = (() => {
    switch (to.kind) {
      case 'task': {
        const task = workshop.table('task').get(to.id)
        return task && `${task.number} ${task.title}`
      }
      case 'contract': {
        const line = workshop.table('contract').get(to.id)
        return line && `${letter(line.giver_id)} → ${letter(line.receiver_id)} ${line.offer ?? line.need ?? ''}`
      }
      case 'responsibility': {
        const duty = workshop.table('responsibility').get(to.id)
        return duty && `${letter(duty.role_id)} ${duty.title}`
      }
      case 'finding': {
        const finding = findings()?.find((one) => one.key === to.id)
        // A finding that is no longer made has been settled; the link still says so.
        return finding ? said(finding) : t('reference-settled')
      }
    }
  })()
  return text ? { to, kind: t(`reference-${to.kind}`), text } : undefined
}

/** What may be linked still and matches the words typed, at most eight. */
export function linkable(workshop: OpenWorkshop, from: ReferenceFrom, words: string): Linked[] {
  const taken = new Set(
    referencesOf(workshop, from).map((row) => row.task_id ?? row.contract_id ?? row.responsibility_id ?? row.finding),
  )
  const all: ReferenceTo[] = [
    ...workshop.ordered('task').map(({ id }): ReferenceTo => ({ kind: 'task', id })),
    ...workshop
      .ordered('contract')
      .filter((line) => line.state !== 'dropped')
      .map(({ id }): ReferenceTo => ({ kind: 'contract', id })),
    ...workshop.ordered('responsibility').map(({ id }): ReferenceTo => ({ kind: 'responsibility', id })),
    ...(findings() ?? [])
      .filter((finding) => finding.accepted === null)
      .map(({ key }): ReferenceTo => ({ kind: 'finding', id: key })),
  ]
  const wanted = fold(words.trim())
  const found: Linked[] = []
  for (const to of all) {
    if (taken.has(to.id)) continue
    const one = describe(workshop, to)
    if (one && fold(`${one.kind} ${one.text}`).includes(wanted)) found.push(one)
    if (found.length === 8) break
  }
  return found
}

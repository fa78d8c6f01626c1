// Findings in groups: by what they ask of whom, or by kind; the gravest first. Pure.

import type { Finding, FindingKind } from '../../ipc/client'

/** A role as a group names it. */
export interface Named {
  id: string
  letter: string
  color: string
  name: string
}

export interface Group {
  key: string
  /** The roles it is about: two for a pair, one, or none for the whole workshop. */
  roles: Named[]
  /** The kind, where findings are grouped by it. */
  kind: FindingKind | undefined
  findings: Finding[]
}

/** What the groups must know of the objects of a finding. */
export interface Known {
  roles: readonly Named[]
  contract: (id: string) => { giver_id: string; receiver_id: string } | undefined
  /** The lane, lead or role of a task, step, responsibility or slip. */
  roleOf: (table: string, id: string) => string | null | undefined
}

/** Kinds from the gravest on: what the radar sends is in this order already, within and across kinds. */
function rank(findings: readonly Finding[], all: readonly Finding[]): number {
  return Math.min(...findings.map((finding) => all.indexOf(finding)))
}

/** Open findings by pair or role: contracts under their pair, the rest under the first role they name. */
export function byWho(findings: readonly Finding[], known: Known): Group[] {
  const named = (id: string | null | undefined) => known.roles.find((role) => role.id === id)
  const order = (role: Named) => known.roles.indexOf(role)
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    let roles: Named[] = []
    const contract = finding.objects.find((object) => object.table === 'contract')
    const line = contract && known.contract(contract.id)
    if (line) {
      roles = [line.giver_id, line.receiver_id].flatMap((id) => named(id) ?? [])
      roles.sort((one, other) => order(one) - order(other))
    } else {
      for (const { table, id } of finding.objects) {
        const role = named(table === 'role' ? id : known.roleOf(table, id))
        if (role) {
          roles = [role]
          break
        }
      }
    }
    const key = roles.map((role) => role.id).join(' ')
    const group = groups.get(key)
    if (group) group.findings.push(finding)
    else groups.set(key, { key, roles, kind: undefined, findings: [finding] })
  }
  return [...groups.values()].sort(
    (one, other) => rank(one.findings, findings) - rank(other.findings, findings) || (one.key < other.key ? -1 : 1),
  )
}

/** Open findings by kind. */
export function byKind(findings: readonly Finding[]): Group[] {
  const groups = new Map<FindingKind, Group>()
  for (const finding of findings) {
    const group = groups.get(finding.kind)
    if (group) group.findings.push(finding)
    else groups.set(finding.kind, { key: finding.kind, roles: [], kind: finding.kind, findings: [finding] })
  }
  return [...groups.values()]
}

/** One thing to do that answers several findings. */
export interface Start {
  what: 'vacant' | 'unowned' | 'answer' | 'confirm' | 'other'
  kind: FindingKind
  count: number
  /** Where it is done: a screen, and for contracts the pair with most to do. */
  screen: string
  roles: Named[]
}

/** Above this many findings the screen says where to begin. */
const MANY = 10
/** At most so many things to do. */
const STEPS = 3

const ANSWERS: readonly FindingKind[] = ['need_without_offer', 'offer_without_need']

/** What to do first, so that most is answered; nothing when little is open. */
export function starts(findings: readonly Finding[], known: Known): Start[] {
  if (findings.length <= MANY) return []
  const of = (...kinds: FindingKind[]) => findings.filter((finding) => kinds.includes(finding.kind))
  const start = (what: Start['what'], kind: FindingKind, screen: string, found: readonly Finding[]): Start => {
    const rolesOf = (finding: Finding) => byWho([finding], known)[0]?.roles ?? []
    const most = byWho(found, known).sort((one, other) => other.findings.length - one.findings.length)[0]
    const roles = what === 'vacant' ? found.flatMap(rolesOf) : (most?.roles ?? [])
    return { what, kind, count: found.length, screen, roles }
  }
  const all = [
    start('unowned', 'unowned_task', 'board', of('unowned_task')),
    start('vacant', 'vacant_role', 'roles', of('vacant_role')),
    start('answer', 'need_without_offer', 'contracts', of(...ANSWERS)),
    start('confirm', 'unconfirmed_contract', 'contracts', of('unconfirmed_contract')),
  ].filter((one) => one.count > 0)
  const told = new Set<FindingKind>(['unowned_task', 'vacant_role', 'unconfirmed_contract', ...ANSWERS])
  for (const group of byKind(findings.filter((finding) => !told.has(finding.kind))))
    all.push(start('other', group.kind ?? 'blocked', '', group.findings))
  return all.slice(0, STEPS)
}

// What the radar finds in the open workshop, after every change.

import { commands } from '../../ipc/client'
import type { Finding, FindingKind } from '../../ipc/client'
import { Live } from '../../live.svelte'
import type { Dashed } from '../../messages.svelte'
import { dashed, t, told } from '../../messages.svelte'
import type { OpenWorkshop } from '../../workshop.svelte'

const radar = new Live<Finding[]>((id) => commands.findings(id))

/** Keeps the findings current; call once, in the frame of the window. */
export function followFindings(): void {
  radar.follow()
}

/** Everything found, accepted findings too; undefined until the first answer. */
export function findings(): readonly Finding[] | undefined {
  return radar.value
}

/** How many findings still ask for something. */
export function openCount(): number {
  return (radar.value ?? []).filter((finding) => finding.accepted === null).length
}

/** The name of a kind in message keys. */
export function kindName(kind: FindingKind): Dashed<FindingKind> {
  return dashed(kind)
}

/** What a finding says. */
export function said(finding: Finding): string {
  return told(`finding-${kindName(finding.kind)}`, finding.args)
}

/** A link to something that a finding is about. */
export interface Target {
  id: string
  table: string
  /** Role badges to show. */
  badges: { letter: string; color: string }[]
  /** Text beside the badges. */
  text: string
  label: string
}

/** The objects of a finding as links; contracts stand for their two roles. */
export function targets(finding: Finding, workshop: OpenWorkshop): Target[] {
  const role = (id: string | null) => (id === null ? undefined : workshop.table('role').get(id))
  const badge = (id: string | null) => {
    const found = role(id)
    return found ? [{ letter: found.letter, color: found.color as string }] : []
  }
  const hasContract = finding.objects.some((object) => object.table === 'contract')
  return finding.objects.flatMap(({ table, id }): Target[] => {
    switch (table) {
      case 'contract': {
        const line = workshop.table('contract').get(id)
        if (!line) return []
        const label = t('radar-open-contract', {
          giver: role(line.giver_id)?.name ?? '',
          receiver: role(line.receiver_id)?.name ?? '',
        })
        return [{ id, table, badges: [...badge(line.giver_id), ...badge(line.receiver_id)], text: '', label }]
      }
      case 'role': {
        const found = role(id)
        return found && !hasContract ? [{ id, table, badges: badge(id), text: '', label: found.name }] : []
      }
      case 'task': {
        const task = workshop.table('task').get(id)
        return task
          ? [
              {
                id,
                table,
                badges: badge(task.role_id),
                text: String(task.number),
                label: t('radar-open-task', { number: task.number, title: task.title }),
              },
            ]
          : []
      }
      case 'step': {
        const step = workshop.table('step').get(id)
        return step ? [{ id, table, badges: badge(step.role_id), text: step.title, label: step.title }] : []
      }
      case 'person': {
        const person = workshop.table('person').get(id)
        return person ? [{ id, table, badges: [], text: person.name, label: person.name }] : []
      }
      default:
        return []
    }
  })
}

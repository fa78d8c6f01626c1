// What does not go together in the open workshop, where it is shared.

import { untrack } from 'svelte'
import { attempt, preferences } from '../../app.svelte'
import { commands, commit } from '../../ipc/client'
import type { ConflictView, Settlement } from '../../ipc/client'
import { notify } from '../../kit/notices.svelte'
import { Live } from '../../live.svelte'
import { t } from '../../messages.svelte'
import { open } from '../../workshop.svelte'

const found = new Live<ConflictView[]>((id) => commands.conflicts(id, preferences().language))

/** Keeps the conflicts current; call once, in the frame of the window. */
export function followConflicts(): void {
  found.follow()
  // Their words are in the language of the window.
  $effect(() => {
    if (preferences().language) void untrack(() => found.read())
  })
}

/** Every conflict of the open workshop. */
export function conflicts(): readonly ConflictView[] {
  return found.value ?? []
}

const disputed = $derived(
  new Set(conflicts().flatMap(({ conflict }) => (conflict.table === 'task' ? [conflict.row_id] : []))),
)

/** Whether a card is one of those that do not go together. */
export function isDisputed(taskId: string): boolean {
  return disputed.has(taskId)
}

/** What can be done about a conflict, in the order in which it is offered. */
export function waysOut(view: ConflictView): { label: string; settlement: Settlement }[] {
  const { kind, other, can_keep_both: canKeepBoth, column } = view.conflict
  const keep = (label: string) => ({ label, settlement: { kind: 'keep' as const } })
  const bringBack = { label: t('conflict-back', { other: other ?? '' }), settlement: { kind: 'bring_back' as const } }
  switch (kind) {
    case 'cell':
      return canKeepBoth ? [{ label: t('conflict-both'), settlement: { kind: 'keep_both' } }] : []
    case 'deleted_and_edited':
      return [keep(t('conflict-stay')), { label: t('conflict-delete'), settlement: { kind: 'delete' } }]
    case 'orphan':
      return [bringBack, { label: t('conflict-drop'), settlement: { kind: 'delete' } }]
    case 'dangling':
      return [bringBack, keep(t('conflict-drop'))]
    case 'emptied':
      return [{ label: t('conflict-drop'), settlement: { kind: 'delete' } }]
    case 'twice':
      return column === null ? [] : [keep(t('conflict-seen'))]
    case 'unagreed':
      return [keep(t('conflict-seen'))]
  }
}

/** Puts an end to a conflict, for everybody. */
export async function settle(view: ConflictView, settlement: Settlement): Promise<void> {
  const workshop = open()
  if (!workshop) return
  const done = await attempt(async () => {
    await commit(commands.conflictSettle(workshop.id, view.conflict, settlement))
    return true
  })
  // What changed nothing in the rows is told by no patch.
  await found.read()
  if (done) notify(t('conflict-settled'))
}

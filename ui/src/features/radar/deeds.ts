// What is done about findings, one or several at once: each deed is one step to take back.

import { attempt } from '../../app.svelte'
import { commands, commit } from '../../ipc/client'
import { notify } from '../../kit/notices.svelte'
import { t } from '../../messages.svelte'
import type { OpenWorkshop } from '../../workshop.svelte'

/** Puts findings on the agenda of the current or next meeting, as one item. */
export async function discuss(workshop: OpenWorkshop, keys: string[]): Promise<void> {
  const item = await attempt(() => commit(commands.findingsDiscuss(workshop.id, keys)))
  const meeting = workshop.table('meeting').get(workshop.table('agenda_item').get(item ?? '')?.meeting_id ?? '')
  if (item) notify(t('radar-discuss-done', { count: keys.length, meeting: meeting?.title ?? '' }))
}

/** Puts findings in the parking lot, together. */
export async function park(workshop: OpenWorkshop, keys: string[]): Promise<void> {
  const item = await attempt(() => commit(commands.findingsPark(workshop.id, keys)))
  if (item) notify(t('radar-park-done', { count: keys.length }))
}

/** Accepts findings because of a reason; false when it was refused. */
export async function accept(workshop: OpenWorkshop, keys: string[], reason: string): Promise<boolean> {
  const isDone = await attempt(async () => {
    await commit(commands.findingsAccept(workshop.id, keys, reason))
    return true
  })
  if (isDone && keys.length > 1) notify(t('radar-accepted-done', { count: keys.length }))
  return isDone ?? false
}

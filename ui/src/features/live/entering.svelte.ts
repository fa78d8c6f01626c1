// Lines that were entered and are on their way to the store: kept in the order in which they were typed, and given back
// when they are refused.

import { sentence } from '../../errors'
import { commands, commit } from '../../ipc/client'
import type { Meeting } from '../../ipc/client'
import { announce } from '../../kit/notices.svelte'
import { t } from '../../messages.svelte'
import type { Entry } from './entry'

/** A line that the store refused, with what it said. */
export interface Refused {
  text: string
  reason: string
}

/** What a line carries beside its words. */
export interface Kept {
  text: string
  entry: Entry
  itemId: string | null
  isPrivate: boolean
}

export class Entering {
  /** How many lines are on their way. */
  underWay = $state(0)
  refused = $state.raw<readonly Refused[]>([])
  #last: Promise<void> = Promise.resolve()

  /** Keeps a line after all those before it. `read` says what it means, when it is its turn. */
  keep(meeting: Meeting, read: () => Promise<Kept>, text: string): Promise<void> {
    this.underWay += 1
    this.#last = this.#last.then(async () => {
      try {
        const kept = await read()
        await write(meeting, kept)
        announce(t('entry-kept', { kind: kept.entry.kind }))
      } catch (thrown) {
        this.refused = [...this.refused, { text, reason: sentence(thrown) }]
        announce(sentence(thrown))
      } finally {
        this.underWay -= 1
      }
    })
    return this.#last
  }

  /** Takes a refused line back, to be typed again. */
  take(line: Refused): string {
    this.refused = this.refused.filter((one) => one !== line)
    return line.text
  }
}

async function write(meeting: Meeting, { entry, itemId, isPrivate }: Kept): Promise<void> {
  if (entry.kind === 'parking') {
    await commit(commands.backlogAdd(meeting.workshop_id, meeting.series_id, entry.body, ''))
    return
  }
  await commit(
    commands.outcomeAdd(meeting.workshop_id, meeting.id, {
      item_id: itemId,
      kind: entry.kind,
      body: entry.body,
      is_private: isPrivate,
      owner_role_id: entry.doer?.kind === 'role' ? entry.doer.id : null,
      owner_person_id: entry.doer?.kind === 'person' ? entry.doer.id : null,
      due_on: entry.day ?? null,
    }),
  )
}

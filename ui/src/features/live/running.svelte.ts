// The meeting that runs in the open workshop, for the strip on every screen, and the way into its entry line.

import { open } from '../../workshop.svelte'
import type { OpenWorkshop } from '../../workshop.svelte'
import type { EntryKind } from './entry'
import { Live } from './live.svelte'

let live: Live | undefined

/** The console of the open workshop's running meeting; one for the whole window. */
export function runningLive(workshop: OpenWorkshop): Live {
  if (live?.workshop !== workshop) live = new Live(workshop, 'running')
  return live
}

let wish = $state.raw<{ kind: EntryKind }>()

/** What the entry line was asked to become; a new object with every wish. */
export function wished(): { kind: EntryKind } | undefined {
  return wish
}

/** Puts the cursor into the entry line, for an outcome of this kind. */
export function enterOutcome(kind: EntryKind): void {
  if (open()) wish = { kind }
}

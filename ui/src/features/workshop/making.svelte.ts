// The new workshop that somebody wants; Home shows the dialog.

import { attempt, go } from '../../app.svelte'
import { onNewAsked } from '../../ipc/client'

/** What a new workshop starts from. */
export type Beginning = 'template' | 'blank'

let beginning = $state<Beginning>()

/** What the dialog starts from; `undefined` while none is shown. */
export function wanted(): Beginning | undefined {
  return beginning
}

/** Shows the dialog on Home, or leaves it. */
export function want(from: Beginning | undefined): void {
  beginning = from
  if (from) go('home')
}

/** Follows the wish for a new workshop that comes from the system's menu; call once. */
export function followNew(): void {
  void attempt(() => onNewAsked(() => want('template')))
}

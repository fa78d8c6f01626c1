// The readiness lights, as a sign and as words.

import type { Readiness, Wait } from '../../ipc/client'
import { dashed, t } from '../../messages.svelte'
import type { OpenWorkshop } from '../../workshop.svelte'

/** A sign beside the colour, so that the light can be read in grey. */
export const SIGNS: Record<Readiness, string> = { can_start: '▶', waiting: '◷', done: '✓' }

/** *can start*, *waiting for X from Y*, *done*. */
export function light(readiness: Readiness, waits: Wait[], workshop: OpenWorkshop): string {
  if (readiness !== 'waiting') return t(`readiness-${dashed(readiness)}`)
  const named = waits.map((wait) => {
    const letter = workshop.table('role').get(wait.role_id ?? '')?.letter
    const step = workshop.table('step').get(wait.step_id)?.title ?? ''
    return letter ? t('readiness-of', { step, letter }) : step
  })
  return t('readiness-waiting', { what: named.join(', ') })
}

/** The light on a card: who is waited for, by letter; the panel says for what. */
export function shortLight(readiness: Readiness, waits: Wait[], workshop: OpenWorkshop): string {
  if (readiness !== 'waiting') return light(readiness, waits, workshop)
  const named = waits.map(
    (wait) =>
      workshop.table('role').get(wait.role_id ?? '')?.letter ?? workshop.table('step').get(wait.step_id)?.title ?? '',
  )
  return t('readiness-waiting', { what: [...new Set(named)].join(', ') })
}

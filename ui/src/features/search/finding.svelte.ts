// What somebody looks for, and what answers; a newer question drops the answer to an older one.

import { enter, go, shownScreen } from '../../app.svelte'
import { call, commands } from '../../ipc/client'
import type { Found, Hit } from '../../ipc/client'
import { dashed } from '../../messages.svelte'
import { open } from '../../workshop.svelte'

/** A question to all workshops or to one, and its answer. */
export class Finding {
  words = $state('')
  found = $state.raw<Found>()
  #asked = 0

  /** Asks at once; the answer is for what is in the field now. */
  async ask(words: string, workshop: string | null): Promise<void> {
    this.words = words
    const asked = (this.#asked += 1)
    if (!words.trim()) {
      this.found = undefined
      return
    }
    const found = await call(commands.search(words, workshop)).catch(() => undefined)
    if (asked === this.#asked) this.found = found
  }
}

/** The screen on which a row of each table is at home. */
const SCREENS: Record<string, string> = {
  workshop: 'board',
  task: 'board',
  tag: 'board',
  role: 'roles',
  skill: 'roles',
  typical_task: 'roles',
  person: 'roles',
  responsibility: 'roles',
  slip: 'roles',
  resource: 'roles',
  step: 'sequence',
  contract: 'contracts',
  pulse: 'contracts',
  series: 'meetings',
  meeting: 'meetings',
  agenda_item: 'meetings',
  backlog_item: 'meetings',
  outcome: 'live',
  acceptance: 'radar',
  snapshot: 'history',
}

/** A row that somebody wants to see. */
export interface Row {
  table: string
  id: string
}

let wanted = $state.raw<readonly Row[]>([])

/** The row of a table that somebody is on the way to: a screen that shows one at a time shows this one. */
export function wantedOf(table: string): string | undefined {
  return wanted.find((row) => row.table === table)?.id
}

/** Opens the workshop of a hit and goes to the exact place. */
export async function reach(hit: Pick<Hit, 'workshop_id' | 'table' | 'id' | 'holder'>): Promise<void> {
  const rows = [{ table: hit.table, id: hit.id }, ...(hit.holder ? [hit.holder] : [])]
  wanted = rows
  const screen = SCREENS[hit.table] ?? 'board'
  if (open()?.id !== hit.workshop_id) await enter(hit.workshop_id, screen)
  else if (shownScreen() !== screen) go(screen)
  await focusOn(rows)
  if (wanted === rows) wanted = []
}

/** Goes to the screen of a row of the open workshop, or to `screen`; where the row is shown, it gets the focus. */
export async function visit(row: Row, screen = SCREENS[row.table] ?? 'board'): Promise<void> {
  wanted = [row]
  go(screen)
  await focusOn([row])
  wanted = []
}

/** Puts the focus on the first of these rows that is shown, once its screen has loaded and drawn. */
async function focusOn(rows: readonly Row[]): Promise<void> {
  const last = 40
  for (let frame = 0; frame <= last; frame += 1) {
    await new Promise((next) => requestAnimationFrame(next))
    for (const [at, row] of rows.entries()) {
      // The row itself first; what holds it only when the row does not appear.
      if (at > 0 && frame < last / 2) break
      const element = document.querySelector<HTMLElement>(`[data-${dashed(row.table)}-id="${CSS.escape(row.id)}"]`)
      if (!element) continue
      element.scrollIntoView({ block: 'center' })
      const target =
        element.tabIndex >= 0 ? element : element.querySelector<HTMLElement>('button, input, [tabindex="0"]')
      target?.focus({ preventScroll: true })
      return
    }
  }
}

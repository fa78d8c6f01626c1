// How many findings of each workshop on Home still ask for something: counted one after the other once Home stands.

import { SvelteMap } from 'svelte/reactivity'
import { call, commands } from '../../ipc/client'
import type { WorkshopSummary } from '../../ipc/client'

const counts = new SvelteMap<string, { as: string; count: number }>()
let asked = 0

/** The number of a workshop, once it is known. */
export function asking(id: string): number | undefined {
  return counts.get(id)?.count
}

/** Counts what changed since it was counted last; a later list takes the place of an earlier one. */
export async function countAll(workshops: readonly WorkshopSummary[]): Promise<void> {
  asked += 1
  const mine = asked
  for (const { id, changed_at: changed } of workshops) {
    // Days pass without a change, and days that have passed are findings.
    const as = `${changed} ${new Date().toDateString()}`
    if (counts.get(id)?.as === as) continue
    try {
      const count = await call(commands.findingsOpen(id))
      if (mine !== asked) return
      counts.set(id, { as, count })
    } catch {
      // One that is gone meanwhile has no number.
      if (mine !== asked) return
    }
  }
}

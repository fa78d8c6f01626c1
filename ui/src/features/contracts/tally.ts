// Counting lines by state: what the grid shows and what the score is made of.

import type { Contract } from '../../ipc/client'

export interface Tally {
  asked: number
  offered: number
  matched: number
  agreed: number
  disputed: number
  dropped: number
  /** Written blind and not revealed; in no other count. */
  hidden: number
  /** All lines not dropped. */
  lines: number
}

/** Counts lines by state. */
export function tally(lines: Iterable<Contract>): Tally {
  const counts: Tally = { asked: 0, offered: 0, matched: 0, agreed: 0, disputed: 0, dropped: 0, hidden: 0, lines: 0 }
  for (const line of lines) {
    if (!line.is_revealed) {
      counts.hidden += 1
      continue
    }
    counts[line.state] += 1
    if (line.state !== 'dropped') counts.lines += 1
  }
  return counts
}

/** Agreed lines in whole percent of all lines not dropped; none when there are no lines. */
export function percent(counts: Tally): number | undefined {
  return counts.lines === 0 ? undefined : Math.floor((counts.agreed * 100) / counts.lines)
}

/** How a pair stands: all agreed, under way, less than half answered, or no lines at all. */
export function standing(counts: Tally): 'good' | 'way' | 'bad' | 'none' {
  if (counts.lines === 0) return 'none'
  if (counts.agreed === counts.lines) return 'good'
  return (counts.agreed + counts.matched + counts.disputed) * 2 < counts.lines ? 'bad' : 'way'
}

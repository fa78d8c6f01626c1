// What one means by a few letters: words in any order, a letter too many or too few, accents or not; the best first.

import UFuzzy from '@leeoniya/ufuzzy'
import { fold } from '../kit/fold'

const fuzzy = new UFuzzy({ intraMode: 1, intraIns: 1 })

/** The entries that a query may mean, the likeliest first; all of them, as they stand, for an empty one. */
export function ranked<T>(query: string, entries: readonly T[], text: (entry: T) => string): T[] {
  const wanted = fold(query).trim()
  if (!wanted) return [...entries]
  const [found, info, order] = fuzzy.search(
    entries.map((entry) => fold(text(entry))),
    wanted,
    3,
  )
  const best = info && order ? order.map((at) => info.idx[at]) : (found ?? [])
  return best.flatMap((at) => (at === undefined ? [] : (entries[at] ?? [])))
}

// The order in which Home shows the workshops.

import type { HomeBy, WorkshopSummary } from '../../ipc/client'
import { grouped } from '../../kit/grouped'

/** Workshops that stand together; `title` is a client, or empty where none is needed. */
export interface Shelf {
  title: string
  workshops: WorkshopSummary[]
}

/** Pinned ones first, then the others in the order asked for; those put away are left out. */
export function arrange(workshops: readonly WorkshopSummary[], by: HomeBy, language: string): Shelf[] {
  const compare = new Intl.Collator(language, { numeric: true, sensitivity: 'base' }).compare
  const order: Record<HomeBy, (a: WorkshopSummary, b: WorkshopSummary) => number> = {
    // As the store gives them.
    recent: () => 0,
    title: (a, b) => compare(a.title, b.title),
    // One without a client comes after all that have one.
    client: (a, b) => Number(!a.organisation) - Number(!b.organisation) || compare(a.organisation, b.organisation),
    day: (a, b) => (a.next_at ?? Infinity) - (b.next_at ?? Infinity) || 0,
  }
  const shown = workshops.filter((workshop) => workshop.shelf !== 'archived').toSorted(order[by])
  const pinned = shown.filter((workshop) => workshop.shelf === 'pinned')
  const usual = shown.filter((workshop) => workshop.shelf !== 'pinned')
  const groups =
    by === 'client'
      ? [...grouped(usual, (workshop) => workshop.organisation)].map(([title, members]) => ({
          title,
          workshops: members,
        }))
      : [{ title: '', workshops: usual }]
  return [{ title: '', workshops: pinned }, ...groups].filter((shelf) => shelf.workshops.length > 0)
}

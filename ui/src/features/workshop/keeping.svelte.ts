// The workshop that somebody wants to keep as a template; the frame shows the dialog.

/** What is kept. */
export interface Kept {
  id: string
  title: string
}

let kept = $state.raw<Kept>()

/** The workshop whose template is asked about; `undefined` while none is. */
export function keeping(): Kept | undefined {
  return kept
}

/** Asks about a template of a workshop, or leaves it. */
export function keep(workshop?: Kept): void {
  kept = workshop && { id: workshop.id, title: workshop.title }
}

// The workshop that somebody wants to keep as a template; the window shows the dialog.

/** A workshop by its name. */
export interface Titled {
  id: string
  title: string
}

let kept = $state.raw<Titled>()

/** The workshop whose template is asked about; `undefined` while none is. */
export function keeping(): Titled | undefined {
  return kept
}

/** Asks about a template of a workshop, or leaves it. */
export function keep(workshop?: Titled): void {
  kept = workshop && { id: workshop.id, title: workshop.title }
}

// A card that has just been moved shows itself for a moment.

/** Marks cards for a second and a half; without motion where the user asked for none. */
export function flash(ids: readonly string[]): void {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  for (const id of ids) {
    const card = document.querySelector<HTMLElement>(`[data-task-id="${CSS.escape(id)}"]`)
    if (!card) continue
    const [bright, plain] = [
      { outline: '3px solid var(--focus)', outlineOffset: '1px' },
      { outline: '3px solid transparent', outlineOffset: '1px' },
    ]
    card.animate(isStill ? [bright, bright] : [bright, bright, plain], { duration: 1500 })
  }
}

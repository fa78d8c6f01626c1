// Whether what is said of the open workshop is being looked at.

let shown = $state(false)

/** Whether the dialog is shown. */
export function detailsShown(): boolean {
  return shown
}

/** Shows the dialog, or leaves it. */
export function showDetails(isShown = true): void {
  shown = isShown
}

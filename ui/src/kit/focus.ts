// Where the keyboard is. Nothing that opens waits for a click, and the focus is never on nothing.

import { tick } from 'svelte'
import type { Attachment } from 'svelte/attachments'

const FOCUSABLE =
  'a[href], dialog[open], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex]'
const FIELDS =
  'input:not(:disabled):not([type=hidden]), textarea:not(:disabled), select:not(:disabled), [contenteditable]'

/** Takes the focus as soon as it is there, whatever has it; in a dialog, once that is shown. */
export const focusOnOpen: Attachment<HTMLElement> = (node) => {
  // The attribute is what a dialog looks for when it opens.
  node.setAttribute('autofocus', '')
  node.focus()
}

/** Like `focusOnOpen`, with the whole text selected, to be replaced by what is typed. */
export const selectOnOpen: Attachment<HTMLInputElement | HTMLTextAreaElement> = (node) => {
  focusOnOpen(node)
  node.select()
}

/** The first field or choice of what has opened; nothing else, and it takes the focus itself. */
export function focusFirst(box: HTMLElement, skipped?: Element | null): void {
  const wanted =
    box.querySelector<HTMLElement>('[autofocus]') ??
    box.querySelector<HTMLElement>(FIELDS) ??
    [...box.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => one !== skipped && one.tabIndex >= 0)
  ;(wanted ?? box).focus()
}

/** Leaves a field for what it stands in, so that keys go on working there. */
export function leaveField(field: HTMLElement): void {
  const around = field.parentElement?.closest<HTMLElement>('[tabindex]')
  if (around) around.focus({ preventScroll: true })
  else field.blur()
}

/** Once a field has closed, gives the focus back to what it stood for, unless the hands have gone elsewhere. */
export async function backTo(find: () => HTMLElement | null | undefined): Promise<void> {
  await tick()
  const [now, wanted] = [document.activeElement, find()]
  // What surrounds it has the focus only because something within it went away.
  if (wanted && (!now || (now !== wanted && now.contains(wanted)))) wanted.focus()
}

/** Whether keys go into a text here. */
export function isText(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'range', 'button', 'submit', 'file', 'color'].includes(target.type)
  return target.matches('textarea, select') || target.isContentEditable
}

/**
 * Keeps the focus on something: when its element goes, what surrounded that takes it. Nothing around
 * it left: the root. `onfall` is told what had it. Returns how to stop.
 */
export function holdFocus(root: () => HTMLElement | null, onfall: (from: HTMLElement) => void): () => void {
  let path: HTMLElement[] = []
  const note = (event: FocusEvent) => {
    path = []
    for (let one = event.target as HTMLElement | null; one; one = one.parentElement) path.push(one)
  }
  const look = () => {
    const now = document.activeElement
    if ((now !== null && now !== document.body) || path.length === 0) return
    const from = path[0]
    const home = path.slice(1).find((one) => one.isConnected && one.matches(FOCUSABLE))
    const next = home ?? root()
    next?.focus({ preventScroll: true })
    if (from) onfall(from)
  }
  const watch = new MutationObserver(look)
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden'] })
  document.addEventListener('focusin', note)
  window.addEventListener('keydown', look, true)
  const out = () => setTimeout(look)
  document.addEventListener('focusout', out)
  return () => {
    watch.disconnect()
    document.removeEventListener('focusin', note)
    document.removeEventListener('focusout', out)
    window.removeEventListener('keydown', look, true)
  }
}

// Ctrl Z in a text. A text that saves itself goes back with its step, like everything else; what is only written so
// far (an entry, a dialog) goes back word by word, and when nothing of it is left, the step is meant again.
// The web view's own undo is not used: WebKitGTK has no key for it, and it forgets with every value set from outside.

import { isText } from '../kit/focus'

type Field = HTMLInputElement | HTMLTextAreaElement

interface Past {
  /** Earlier texts, the oldest first. */
  before: string[]
  after: string[]
  now: string
  at: number
  kind: string
}

/** A pause this long begins another word to take back. */
const PAUSE = 1000
const pasts = new WeakMap<Field, Past>()

/** Notes what is typed; listen with it on the window. */
export function noteInput(event: Event): void {
  const field = event.target
  if (!isOwn(field)) return
  const kind = event instanceof InputEvent ? event.inputType : ''
  const past = pasts.get(field)
  // Set back by `stepInText`: nothing new.
  if (!past || past.now === field.value) return
  const isWordOver = /\s$/.test(past.now) && !/\s$/.test(field.value)
  if (kind !== past.kind || kind === 'insertFromPaste' || isWordOver || event.timeStamp - past.at > PAUSE)
    past.before.push(past.now)
  pasts.set(field, { ...past, after: [], now: field.value, at: event.timeStamp, kind })
}

/** Notes where a text begins; listen with it on the window, before the field hears of it. */
export function noteBeforeInput(event: Event): void {
  const field = event.target
  // A text that was changed from outside, an entry that was given away say, begins anew.
  if (isOwn(field) && pasts.get(field)?.now !== field.value)
    pasts.set(field, { before: [], after: [], now: field.value, at: 0, kind: 'none' })
}

/** Takes back what was written last in a text, or does it again; false if there is nothing. */
export function stepInText(target: EventTarget | null, by: 'back' | 'forward'): boolean {
  if (!isOwn(target)) return false
  const past = pasts.get(target)
  if (past?.now !== target.value) return false
  const text = (by === 'back' ? past.before : past.after).pop()
  if (text === undefined) return false
  ;(by === 'back' ? past.after : past.before).push(past.now)
  pasts.set(target, { ...past, now: text, kind: 'none' })
  target.value = text
  target.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}

function isOwn(target: EventTarget | null): target is Field {
  return isText(target) && !(target instanceof HTMLSelectElement) && target.dataset.saves === undefined
}

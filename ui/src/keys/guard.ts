// When a key is a letter, and when it is a command. One rule, for the table of shortcuts and for every key that a
// card or a cell answers to: a plain key is never a command while one can believe to be typing.
//
// One can believe so within a moment of the last letter that went into a text, and as long as a text has gone from
// under the hands (its entry closed, its row was deleted) and nothing deliberate was done since: a click, Tab, Escape,
// an arrow, a command with Ctrl.

import { isText } from '../kit/focus'

/** Typing goes on for this long after its last key. */
export const LINGERS = 1500

const EATEN = ['Delete', 'Backspace']
const SILENT = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process']

export interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  getModifierState?: (key: string) => boolean
}

export class TypingGuard {
  #last = -Infinity
  #hasFallen = false

  constructor(readonly now: () => number = () => performance.now()) {}

  /** Whether a key pressed here is meant as a letter although no text takes it. */
  catches(event: Pressed, target: EventTarget | null): boolean {
    if (SILENT.includes(event.key)) return false
    // AltGr writes a sign, although some systems call it Ctrl and Alt.
    const isSign = event.key.length === 1 && event.getModifierState?.('AltGraph') === true
    const isCommand = (event.ctrlKey || event.metaKey || event.altKey) && !isSign
    const isPlain = (event.key.length === 1 || EATEN.includes(event.key)) && !isCommand
    if (isText(target)) {
      if (isPlain || event.key === 'Enter') this.#last = this.now()
      else if (event.key === 'Escape' || event.key === 'Tab') this.#last = -Infinity
      this.#hasFallen = false
      return false
    }
    // Enter ends nothing: after it one writes the next line.
    if (!isPlain) {
      if (event.key !== 'Enter') this.chosen()
      return false
    }
    if (!this.#hasFallen && this.now() - this.#last >= LINGERS) return false
    this.#last = this.now()
    return true
  }

  /** Something deliberate was done: what follows is meant for where it was done. */
  chosen(): void {
    this.#last = -Infinity
    this.#hasFallen = false
  }

  /** The text that had the focus is gone; unless that was chosen, the hands do not know. */
  fell(): void {
    this.#hasFallen = this.#last > -Infinity
  }

  /** Whether the text went from under the hands. */
  get hasFallen(): boolean {
    return this.#hasFallen
  }
}

// The one controller of every text that saves itself. What is typed is kept until the store has it: saved after a
// short pause, at least every second, and on leaving; trimmed only on leaving; never overwritten while it is edited.

import { untrack } from 'svelte'
import type { Attachment } from 'svelte/attachments'
import { keep, kept } from './draft.svelte'
import { isText, leaveField } from './focus'
import { notify } from './notices.svelte'
import { refusalOf } from './refusal'

/** Saved this long after the last key, … */
const PAUSE = 400
/** … and at the latest this long after the first that is not saved. */
const LONGEST = 900
/** A refused text is tried again after this time. */
const AGAIN = 5000

type Field = HTMLInputElement | HTMLTextAreaElement

export interface TypingOptions {
  /** What the store has. */
  value: () => string
  /** Gives a text to the store; it is refused if this throws or an `attempt` in it does. */
  save: (text: string) => Promise<unknown>
  /** Enter makes a new line instead of leaving. */
  isMultiline?: () => boolean
  /** Where the text is kept while the store does not have it. */
  draft?: () => string | undefined
  /** Called when the field is left. */
  onleave?: (() => void) | undefined
}

const all = new Set<Typing>()
const others = new Set<() => Promise<unknown>>()

/** Registers what else may hold an unsaved text; returns how to end that. */
export function onFlush(save: () => Promise<unknown>): () => void {
  others.add(save)
  return () => others.delete(save)
}

/** Saves every text that is being typed; undo, redo, export, and close wait for it. */
export async function flush(): Promise<void> {
  // A short field (minutes, a time) keeps its text when it is left: it is told so, and keeps the focus.
  const active = document.activeElement
  if (isText(active) && active.dataset.saves === undefined)
    for (const left of ['change', 'blur']) active.dispatchEvent(new Event(left, { bubbles: left === 'change' }))
  await Promise.all([...[...all].map((typing) => typing.save()), ...[...others].map((save) => save())])
}

/** Lets every field that has nothing unsaved show what the store has, the one with the focus too. */
export function settle(): void {
  for (const typing of all) typing.settle()
}

export class Typing {
  /** Why the store does not take the text. */
  refused = $state<string>()
  #typed = $state<string>()
  /** The last text that the store took. */
  #taken: string | undefined
  #options: TypingOptions
  #node: Field | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  #since: number | undefined
  #saving: Promise<void> | undefined
  #isFinal = false

  constructor(options: TypingOptions) {
    this.#options = options
  }

  /** What the field shows. */
  readonly shown = $derived.by(() => this.#typed ?? this.#options.value())

  /** The field itself: listens to it from the moment it is there. */
  readonly field: Attachment<Field> = (node) => {
    this.#node = node
    all.add(this)
    untrack(() => this.#restore())
    const input = () => this.#input(node.value)
    const blur = () => this.#leave()
    node.addEventListener('input', input)
    node.addEventListener('blur', blur)
    node.dataset.saves = ''
    return () => {
      node.removeEventListener('input', input)
      node.removeEventListener('blur', blur)
      this.#node = undefined
      all.delete(this)
      void untrack(() => this.save())
    }
  }

  /** Keys that leave the field: Escape, and Enter where it makes no new line. */
  onkeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'Escape') {
      // A text that cannot be kept is given up; any other one stays.
      if (this.refused !== undefined && this.#isFinal) this.#drop()
    } else if (event.key !== 'Enter' || this.#options.isMultiline?.()) return
    // With nothing typed, Escape is meant for the dialog around.
    const isForDialog = event.key === 'Escape' && this.#typed === undefined && this.#node?.closest('dialog')
    if (!isForDialog) event.preventDefault()
    event.stopPropagation()
    if (this.#node) leaveField(this.#node)
  }

  /** Saves what is typed, if the store does not have it. */
  async save(): Promise<void> {
    clearTimeout(this.#pause)
    while (this.#saving) await this.#saving
    if (!this.#isUnsaved()) {
      this.#done()
      return
    }
    this.#saving = this.#send(this.#typed ?? '')
    await this.#saving
    this.#saving = undefined
  }

  /** Shows what the store has, if nothing is unsaved. */
  settle(): void {
    if (this.#isUnsaved() || this.#saving) return
    this.#typed = undefined
    this.#taken = undefined
  }

  async #send(text: string): Promise<void> {
    this.#since = undefined
    const refused = await refusalOf(() => this.#options.save(text))
    if (!refused) {
      this.#taken = text
      this.refused = undefined
      if (this.#typed === text) this.#done()
      return
    }
    if (this.#typed !== text) return
    this.#isFinal = refused.isFinal
    // Nothing is lost with an empty text: once left, the field shows what stands.
    if (!text.trim() && refused.isFinal && !this.#isHere()) {
      this.#drop()
      return
    }
    this.refused = refused.text
    // The field is gone: nobody would see the mark.
    if (!this.#node) notify(refused.text, { bad: true })
    if (!refused.isFinal) this.#pause = setTimeout(() => void this.save(), AGAIN)
  }

  #input(text: string): void {
    this.#typed = this.#options.isMultiline?.() ? text : text.replaceAll('\n', ' ')
    this.refused = undefined
    this.#keep(this.#isUnsaved() ? this.#typed : undefined)
    const now = Date.now()
    this.#since ??= now
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => void this.save(), Math.max(0, Math.min(PAUSE, this.#since + LONGEST - now)))
  }

  #leave(): void {
    // The window went, not the field.
    if (this.#isHere()) {
      void this.save()
      return
    }
    const text = this.#typed
    if (text !== undefined && text !== text.trim() && this.#options.isMultiline?.() !== true) this.#typed = text.trim()
    void this.save().then(() => {
      if (!text?.trim() && this.refused !== undefined && this.#isFinal && !this.#isHere()) this.#drop()
    })
    this.#options.onleave?.()
  }

  /** Whether the text is in the field alone. White space at its ends is not worth a save. */
  #isUnsaved(): boolean {
    const text = this.#typed
    return text !== undefined && text !== this.#taken && !this.#isSame(text, this.#options.value())
  }

  #isSame(a: string, b: string): boolean {
    return this.#options.isMultiline?.() ? a.trimEnd() === b.trimEnd() : a.trim() === b.trim()
  }

  #done(): void {
    this.#since = undefined
    this.refused = undefined
    this.#keep(undefined)
    if (!this.#isHere()) {
      this.#typed = undefined
      this.#taken = undefined
    }
  }

  #drop(): void {
    clearTimeout(this.#pause)
    this.#typed = undefined
    this.#taken = undefined
    this.#done()
  }

  #isHere(): boolean {
    return this.#node !== undefined && document.activeElement === this.#node
  }

  #keep(text: string | undefined): void {
    keep(this.#options.draft?.(), text)
  }

  #restore(): void {
    const text = kept(this.#options.draft?.())
    if (text === undefined) return
    if (this.#isSame(text, this.#options.value())) this.#keep(undefined)
    else {
      this.#typed = text
      void this.save()
    }
  }
}

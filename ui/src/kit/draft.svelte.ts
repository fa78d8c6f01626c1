// Texts that are not in the store yet, kept outside the page: they outlive a reload, a crash and a refused save.

import { untrack } from 'svelte'

const PREFIX = 'draft '
/** A draft that nobody came back to is dropped after this time. */
const KEPT_MS = 14 * 86_400_000

/** The text kept under a name, if any. */
export function kept(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const found = localStorage.getItem(PREFIX + name)
  if (found === null) return undefined
  const [at = '', ...text] = found.split(' ')
  if (Date.now() - Number(at) < KEPT_MS) return text.join(' ')
  localStorage.removeItem(PREFIX + name)
  return undefined
}

/** Keeps a text under a name; an empty one is forgotten. */
export function keep(name: string | undefined, text: string | undefined): void {
  if (name === undefined) return
  try {
    if (text) localStorage.setItem(PREFIX + name, `${Date.now()} ${text}`)
    else localStorage.removeItem(PREFIX + name)
  } catch {
    // No room or no storage: the text still stands in its field.
  }
}

/** A text being written, which becomes something only with Enter; kept under its name until then. */
export class Draft {
  #text = $state('')

  constructor(readonly name: () => string | undefined) {
    this.#text = untrack(() => kept(name())) ?? ''
  }

  get text(): string {
    return this.#text
  }

  set text(text: string) {
    this.#text = text
    keep(this.name(), text)
  }
}

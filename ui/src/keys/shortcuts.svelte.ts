// The one table of shortcuts: screens add theirs while they are shown; `?` lists what is active.

import { untrack } from 'svelte'
import { keyed, told } from '../messages.svelte'
import type { PlainKey } from '../messages.svelte'

export interface Shortcut {
  /** As `Ctrl+Z`, `Shift+F10`, `?`; Ctrl also means ⌘ on macOS. */
  keys: string
  /** Message key of what it does. */
  label: PlainKey
  /** Message key of the group in the list; `null`: not listed, another entry names it. */
  group: PlainKey | null
  /** What it does; nothing: the focused card or cell answers the key itself, and the list only names it. */
  run?: (event: KeyboardEvent) => void
  /** Whether it does something now; otherwise the key is free, and the palette does not offer it. */
  when?: () => boolean
  /** Also while a text is being typed. */
  whileTyping?: boolean
}

let active = $state.raw<Shortcut[]>([])

/** The shortcuts that work now, in the order in which they were added. */
export function shortcuts(): readonly Shortcut[] {
  return active
}

/** Keys that have a name on the keyboard, which differs with the language. */
const NAMED = ['Enter', 'Delete', 'Escape', ' ', 'Space', 'PageUp', 'PageDown', 'Shift']
const SIGNS: Record<string, string> = { ArrowRight: '→', ArrowLeft: '←', ArrowUp: '↑', ArrowDown: '↓', '-': '−' }

/** Adds shortcuts until the returned function is called. */
export function addShortcuts(added: Shortcut[]): () => void {
  // An effect that adds shortcuts must not run again because others did.
  active = untrack(() => [...active, ...added])
  return () => {
    active = untrack(() => active.filter((shortcut) => !added.includes(shortcut)))
  }
}

/** The keys of an event in the notation of the table. */
export function keysOf(event: KeyboardEvent): string {
  // With Ctrl a digit is the key that bears it: a French keyboard gives `&` for the 1 without Shift.
  const digit = event.ctrlKey || event.metaKey ? /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] : undefined
  const key = digit ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key)
  // Shift is part of a sign such as `?`, but not of a letter or a named key.
  const shift = event.shiftKey && (event.key.length > 1 || /^[A-Z]$/.test(key))
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key]
    .filter(Boolean)
    .join('+')
}

/** Runs the last added shortcut for this key; true if there was one. */
export function press(event: KeyboardEvent): boolean {
  const typing =
    event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]') !== null
  const keys = keysOf(event)
  const found = active.findLast(
    (shortcut) => shortcut.keys === keys && (shortcut.whileTyping || !typing) && canRun(shortcut),
  )
  if (!found?.run) return false
  event.preventDefault()
  found.run(event)
  return true
}

/** Whether a shortcut would do something now. */
export function canRun(shortcut: Shortcut): boolean {
  return shortcut.run !== undefined && (shortcut.when?.() ?? true)
}

/** Keys as this system writes them. */
export function shown(keys: string): string {
  const mac = navigator.platform.startsWith('Mac')
  // A plus between two keys joins them; the key `+` itself stays.
  const parts = keys
    .split(/\+(?=.)/)
    .map(
      (part) =>
        SIGNS[part] ?? (NAMED.includes(part) ? told(keyed('key', part === ' ' ? 'space' : part.toLowerCase())) : part),
    )
  return parts.map((part) => (part === 'Ctrl' && mac ? '⌘' : part)).join(mac ? '' : ' ')
}

// Whether the settings are looked at, and the keys that change them from anywhere.

import { attempt, prefer, preferences } from '../../app.svelte'
import { call, commands, ZOOMS } from '../../ipc/client'
import type { Shortcut } from '../../keys/shortcuts.svelte'

let shown = $state(false)

/** Whether the dialog is shown. */
export function settingsShown(): boolean {
  return shown
}

/** Shows the settings. */
export function showSettings(): void {
  shown = true
}

/** Leaves the settings. */
export function hideSettings(): void {
  shown = false
}

/** The next size in a direction; `undefined` at the end. */
export function nextZoom(from: number, by: 1 | -1): number | undefined {
  return by > 0 ? ZOOMS.find((zoom) => zoom > from) : ZOOMS.findLast((zoom) => zoom < from)
}

function step(by: 1 | -1): void {
  const zoom = nextZoom(preferences().zoom, by)
  if (zoom !== undefined) void prefer({ zoom })
}

/** The keys of the settings, of the size and of the full display. */
export function settingsKeys(): Shortcut[] {
  const common = { group: 'shortcuts-everywhere', whileTyping: true } as const
  return [
    { ...common, keys: 'Ctrl+,', label: 'settings-title', run: showSettings },
    { ...common, keys: 'Ctrl++', label: 'settings-larger', run: () => step(1) },
    { ...common, keys: 'Ctrl+-', label: 'settings-smaller', run: () => step(-1) },
    { ...common, keys: 'Ctrl+0', label: 'settings-usual', run: () => void prefer({ zoom: 100 }) },
    // The key that bears the plus, without Shift.
    { ...common, keys: 'Ctrl+=', label: 'settings-larger', group: null, run: () => step(1) },
    {
      ...common,
      keys: 'F11',
      label: 'settings-full-screen',
      run: () => void attempt(() => call(commands.windowFullScreen())),
    },
  ]
}

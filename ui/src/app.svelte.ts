// What this window shows: preferences, the screen, and the ways between screens.

import { call, commands, onSettings } from './ipc/client'
import type { OperationName, Settings, Theme } from './ipc/client'
import { sentence } from './errors'
import { clearNotices, notify, recovered } from './kit/notices.svelte'
import { hearing } from './kit/refusal'
import { flush, settle } from './kit/typing.svelte'
import { keyed, speak, t, told } from './messages.svelte'
import { closeWorkshop, open, openWorkshop, passing, undoState } from './workshop.svelte'

let settings = $state.raw<Settings>({
  language: 'en',
  theme: 'system',
  advances: false,
  sounds: false,
  hidden_columns: '',
  home_by: 'recent',
  zoom: 100,
})
let screen = $state('home')

/** The name of the screen shown now. */
export function shownScreen(): string {
  return screen
}

/** The preferences. */
export function preferences(): Settings {
  return settings
}

/** Goes to a screen of the open workshop, or Home. */
export function go(to: string): void {
  void flush()
  if (to !== screen) clearNotices()
  screen = to
  if (to === 'home') void attempt(closeWorkshop)
}

/** Opens a workshop on a screen. */
export async function enter(id: string, to = 'board'): Promise<void> {
  await flush()
  await attempt(async () => {
    await openWorkshop(id)
    clearNotices()
    screen = to
  })
}

/** Reads the preferences and follows them; call once, before anything is drawn. */
export async function loadSettings(): Promise<void> {
  await apply(await call(commands.settingsRead()))
  await onSettings((next) => {
    // What this window wrote is shown already; an answer on its way must not take a later choice back.
    if (writing === 0) void apply(next)
  })
}

let writing = 0

/** Changes preferences, here at once, so that the next change builds on it; every window follows. */
export function prefer(change: Partial<Settings>): Promise<void> {
  void apply({ ...settings, ...change })
  const chosen = settings
  return attempt(async () => {
    writing += 1
    try {
      await call(commands.settingsWrite(chosen))
    } catch (refused) {
      await apply(await call(commands.settingsRead()))
      throw refused
    } finally {
      writing -= 1
    }
  })
}

const dark = window.matchMedia('(prefers-color-scheme: dark)')
dark.addEventListener('change', () => paint(settings.theme))

async function apply(next: Settings): Promise<void> {
  settings = next
  paint(next.theme)
  await speak(next.language)
}

function paint(theme: Theme): void {
  // The room's picture has a theme of its own, whatever the console prefers.
  if (document.documentElement.dataset.window === 'projector') return
  const isDark = theme === 'dark' || (theme === 'system' && dark.matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}

export { flush }

/**
 * Runs something that may be refused. A refusal is shown as a sentence (by the field that is being saved, if one is)
 * and answered with `undefined`; only after success is `done` called, which says what was done.
 */
export async function attempt<T>(work: () => Promise<T>, done?: (value: T) => void): Promise<T | undefined> {
  const hear = hearing()
  let value: T
  try {
    value = await work()
  } catch (thrown) {
    if (hear) hear(thrown)
    else notify(sentence(thrown), { bad: true })
    return undefined
  }
  recovered()
  done?.(value)
  return value
}

/** Takes back the last step, of the open workshop or of the library; what is being typed is part of it. */
export async function stepBack(): Promise<void> {
  await flush()
  if (passing()) return
  const workshop = open()
  await attempt(
    () => (workshop ? workshop.undo() : libraryStep('undo')),
    (name) => {
      settle()
      notify(t('undone', { operation: operationWords(name) }), { matter: 'step' })
    },
  )
}

/** Does again what was undone last. */
export async function stepForward(): Promise<void> {
  await flush()
  if (passing()) return
  const workshop = open()
  if (!undoState().redo) {
    notify(t('redo-nothing'), { matter: 'step' })
    return
  }
  await attempt(
    () => (workshop ? workshop.redo() : libraryStep('redo')),
    (name) => {
      settle()
      notify(t('redone', { operation: operationWords(name) }), { matter: 'step' })
    },
  )
}

async function libraryStep(step: 'undo' | 'redo') {
  return (await call(step === 'undo' ? commands.undo(null) : commands.redo(null))).value
}

/** What an operation did, in words. */
export function operationWords({ name, args }: OperationName): string {
  return told(keyed('op', name), args)
}

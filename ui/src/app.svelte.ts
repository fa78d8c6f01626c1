// What this window shows: preferences, the screen, and the ways between screens.

import { call, commands, onSettings } from './ipc/client'
import type { Settings, Theme } from './ipc/client'
import { sentence } from './errors'
import { notify } from './kit/notices.svelte'
import { speak, t } from './messages.svelte'
import { closeWorkshop, open, openWorkshop } from './workshop.svelte'

let settings = $state.raw<Settings>({ language: 'en', theme: 'system', advances: false, hidden_columns: '' })
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
  screen = to
  if (to === 'home') closeWorkshop()
}

/** Opens a workshop on a screen. */
export async function enter(id: string, to = 'board'): Promise<void> {
  await attempt(async () => {
    await openWorkshop(id)
    screen = to
  })
}

/** Reads the preferences and follows them; call once, before anything is drawn. */
export async function loadSettings(): Promise<void> {
  apply(await call(commands.settingsRead()))
  await onSettings(apply)
}

/** Changes preferences; every window follows. */
export function prefer(change: Partial<Settings>): Promise<void> {
  return attempt(async () => {
    await call(commands.settingsWrite({ ...settings, ...change }))
  })
}

const dark = window.matchMedia('(prefers-color-scheme: dark)')
dark.addEventListener('change', () => paint(settings.theme))

function apply(next: Settings): void {
  settings = next
  speak(next.language)
  paint(next.theme)
}

function paint(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && dark.matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}

/** Runs something that may be refused; a refusal is shown as a sentence and answered with `undefined`. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (thrown) {
    notify(sentence(thrown), { bad: true })
    return undefined
  }
}

/** Undo and redo, of the open workshop or of the library. */
export async function stepBack(): Promise<void> {
  await flush()
  const workshop = open()
  const name = await attempt(() => (workshop ? workshop.undo() : libraryStep('undo')))
  if (name) notify(t('undone', { operation: t(`op-${name.name}`, opArgs(name.args)) }))
}

/** Does again what was undone last. */
export async function stepForward(): Promise<void> {
  const workshop = open()
  const name = await attempt(() => (workshop ? workshop.redo() : libraryStep('redo')))
  if (name) notify(t('redone', { operation: t(`op-${name.name}`, opArgs(name.args)) }))
}

async function libraryStep(step: 'undo' | 'redo') {
  return (await call(step === 'undo' ? commands.undo(null) : commands.redo(null))).value
}

/** Arguments of an operation's name; counts become numbers so that plurals work. */
export function opArgs(args: Partial<Record<string, string>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, name === 'count' ? Number(value) : (value ?? '')]),
  )
}

const flushes = new Set<() => Promise<void>>()

/** Registers a field whose text may still be unsaved; undo, export and close wait for it. */
export function onFlush(save: () => Promise<void>): () => void {
  flushes.add(save)
  return () => flushes.delete(save)
}

/** Saves every text that is still being typed. */
export async function flush(): Promise<void> {
  await Promise.all([...flushes].map((save) => save()))
}

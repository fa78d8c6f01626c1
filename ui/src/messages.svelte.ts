// Every text of the interface, from the same Fluent files that the documents and the command line use.

import { FluentBundle, FluentResource } from '@fluent/bundle'
import type { FluentVariable } from '@fluent/bundle'
import type { Language } from './ipc/client'
import type { Messages } from './messages.keys'

/** What is not spoken is not loaded. */
const sources: Record<Language, () => Promise<{ default: string }>> = {
  fr: () => import('./messages.fr'),
  en: () => import('./messages.en'),
}

let bundles = $state.raw<Partial<Record<Language, FluentBundle>>>({})
let language = $state<Language>('en')
/** The language asked for last, whose texts may still be on their way. */
let wanted: Language = 'en'

/** The language of the interface now. */
export function spoken(): Language {
  return language
}

/** Makes a language ready to be spoken. */
export async function learn(of: Language): Promise<void> {
  if (bundles[of]) return
  const made = new FluentBundle(of === 'fr' ? 'fr' : 'en-GB', { useIsolating: false })
  made.addResource(new FluentResource((await sources[of]()).default))
  bundles = { ...bundles, [of]: made }
}

/** Switches the interface as soon as the language is ready; the last wish stands. */
export async function speak(next: Language): Promise<void> {
  wanted = next
  await learn(next)
  if (wanted !== next) return
  language = next
  document.documentElement.lang = next
}

/** The key of a message. */
export type Key = keyof Messages

/** What all of several texts need together. */
type Together<K extends Key> = (K extends unknown ? (needed: Messages[K]) => void : never) extends (
  needed: infer All,
) => void
  ? All
  : never

/** What follows a key: the arguments of its text, or nothing; for one of several keys, the arguments of each. */
type Needed<K extends Key> = [keyof Together<K>] extends [never] ? [] : [args: Together<K>]

/** The text of a message in the language of the interface. */
export function t<K extends Key>(key: K, ...args: Needed<K>): string {
  return tIn(language, key, ...args)
}

/** The text of a message in a given language. */
export function tIn<K extends Key>(of: Language, key: K, ...args: Needed<K>): string {
  return formatted(of, key, args[0] as Record<string, FluentVariable> | undefined)
}

/** Arguments that cross the border with the key of a sentence. */
type Told = Partial<Record<string, string | number>>

/** A sentence whose arguments come from Rust with its key: a finding, an operation, a refusal. */
export function told(key: Key, args: Told = {}): string {
  return toldIn(language, key, args)
}

/** Such a sentence in a given language: names that begin with `count` are numbers, `day` is an ISO date. */
export function toldIn(of: Language, key: Key, args: Told): string {
  const typed = Object.entries(args).map(([name, value = '']): [string, FluentVariable] => {
    if (name.startsWith('count')) return [name, Number(value)]
    return [name, name === 'day' && value !== '' ? dayLongIn(of, value) : value]
  })
  return formatted(of, key, Object.fromEntries(typed))
}

function formatted(of: Language, key: string, args?: Record<string, FluentVariable>): string {
  const messages = bundles[of] ?? bundles[language]
  if (!bundles[of]) void learn(of)
  const pattern = messages?.getMessage(key)?.value
  // A key without message reads as itself, which the tests look for.
  return messages && pattern ? messages.formatPattern(pattern, args ?? null) : key
}

/** A key whose text needs nothing: the name of a command, a group, a screen. */
export type PlainKey = { [K in Key]: keyof Messages[K] extends never ? K : never }[Key]

/** Says texts in a language that somebody else chose, as `t` does in that of the interface. */
export type Say = <K extends Key>(key: K, ...args: Needed<K>) => string

/**
 * The key of a code that crosses the border as a plain text: an operation, a reason, a field. The compiler cannot know
 * it; the tests of the command line and of the messages hold that each code has its words.
 */
export function keyed(family: string, code: string): Key {
  return `${family}-${dashed(code)}` as Key
}

/** A code of Rust as keys write it: `task_edit` → `task-edit`. */
export type Dashed<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}-${Dashed<Tail>}` : S

/** A code of Rust as keys write it. */
export function dashed<S extends string>(code: S): Dashed<S> {
  return code.replaceAll('_', '-') as Dashed<S>
}

/** A day as each language writes it: *lundi 23 novembre 2026*, *Monday 23 November 2026*. */
export function dayLong(day: string | number | Date, timeZone?: string): string {
  return dayLongIn(language, day, timeZone)
}

/** A day as a given language writes it. */
export function dayLongIn(of: Language, day: string | number | Date, timeZone?: string): string {
  const date = typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : new Date(day)
  const zone = timeZone ?? (typeof day === 'string' ? 'UTC' : undefined)
  const text = new Intl.DateTimeFormat(localeOf(of), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(zone ? { timeZone: zone } : {}),
  }).format(date)
  return of === 'fr' ? text.replace(/ 1 /, ' 1er ') : text.replace(',', '')
}

/** The day of a moment in a zone, briefly: *lun. 23 nov.*, *Mon 23 Nov*. */
export function dayBrief(at: number, timeZone: string): string {
  const shape = { weekday: 'short', day: 'numeric', month: 'short', timeZone } as const
  const text = new Intl.DateTimeFormat(locale(), shape).format(at)
  return text.replace(',', '')
}

/** A moment of the past, briefly: the time today, else the day. */
export function moment(at: number, now = Date.now()): string {
  const date = new Date(at)
  const isToday = date.toDateString() === new Date(now).toDateString()
  return new Intl.DateTimeFormat(
    locale(),
    isToday ? { hour: 'numeric', minute: '2-digit' } : { day: 'numeric', month: 'short', year: 'numeric' },
  ).format(date)
}

function locale(): string {
  return localeOf(language)
}

function localeOf(of: Language): string {
  return of === 'fr' ? 'fr-FR' : 'en-GB'
}

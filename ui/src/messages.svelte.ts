// Every text of the interface, from the same Fluent files that the documents and the command line use.

import { FluentBundle, FluentResource } from '@fluent/bundle'
import type { FluentVariable } from '@fluent/bundle'
import type { Language } from './ipc/client'

const french = import.meta.glob<string>('../../src-tauri/messages/fr/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const english = import.meta.glob<string>('../../src-tauri/messages/en/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
})

function bundle(language: Language): FluentBundle {
  const made = new FluentBundle(language === 'fr' ? 'fr' : 'en-GB', { useIsolating: false })
  for (const source of Object.values(language === 'fr' ? french : english)) made.addResource(new FluentResource(source))
  return made
}

const bundles: Partial<Record<Language, FluentBundle>> = {}
let language = $state<Language>('en')

/** The language of the interface now. */
export function spoken(): Language {
  return language
}

/** Switches the interface at once. */
export function speak(next: Language): void {
  language = next
  document.documentElement.lang = next
}

/** The text of a message; a key without message reads as itself, which the tests look for. */
export function t(key: string, args?: Record<string, FluentVariable>): string {
  return tIn(language, key, args)
}

/** The text of a message in a given language. */
export function tIn(of: Language, key: string, args?: Record<string, FluentVariable>): string {
  const messages = (bundles[of] ??= bundle(of))
  const pattern = messages.getMessage(key)?.value
  return pattern ? messages.formatPattern(pattern, args ?? null) : key
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

// Days without a time, as `2026-11-24`: written briefly, read from what people type, laid out as a month.

import type { Language } from '../ipc/client'

const LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** A day that nobody can misread: *mar. 24 nov. 2026*, *Tue 24 Nov 2026*. */
export function dayShort(day: string, language: Language): string {
  const text = new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(noon(day))
  return language === 'fr' ? text.replace(/ 1 /, ' 1er ') : text.replace(',', '')
}

/** The day `count` days or months later; the 31st becomes the last day of a shorter month. */
export function shift(day: string, unit: 'day' | 'month', count: number): string {
  const date = noon(day)
  if (unit === 'day') date.setUTCDate(date.getUTCDate() + count)
  else {
    const wanted = date.getUTCDate()
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() + count)
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
    date.setUTCDate(Math.min(wanted, last))
  }
  return date.toISOString().slice(0, 10)
}

/** Six weeks from the Monday on or before the first of the month of `day`. */
export function monthOf(day: string): string[] {
  const first = `${day.slice(0, 7)}-01`
  const back = (noon(first).getUTCDay() + 6) % 7
  return Array.from({ length: 42 }, (_, index) => shift(first, 'day', index - back))
}

/** The name of a day's month with its year. */
export function monthName(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    noon(day),
  )
}

/** The names of the days of the week from Monday. */
export function names(language: Language, width: 'long' | 'short'): string[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], { weekday: width, timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, index) => format.format(noon(shift('2026-01-05', 'day', index))))
}

/**
 * The day that a text means, seen from `today`: `24/11`, `24 nov`, `2026-11-24`, *lundi prochain*, *in two weeks*.
 * Day before month in both languages; `undefined` when the text means no day.
 */
export async function readDay(text: string, language: Language, today: string): Promise<string | undefined> {
  // Loaded at the first typed day only: no screen needs it to appear.
  const { en, fr } = await import('chrono-node')
  const reader = language === 'fr' ? fr.casual : en.GB
  // The name of the day of the week adds nothing, and only whole texts count: "12 d 24" is a slip of the hand, not the 12th.
  const words = text.trim().toLowerCase()
  const name = [...names(language, 'long'), ...names(language, 'short')].find((name) => words.startsWith(`${name} `))
  const wanted = name ? words.slice(name.length).trim() : words
  const whole = (asked: string) =>
    reader
      .parse(asked, new Date(`${today}T12:00:00`), { forwardDate: true })
      .find((part) => part.index === 0 && part.text.length === asked.length)
  const found = whole(words) ?? whole(wanted)
  if (!found) return undefined
  const part = (name: 'year' | 'month' | 'day', width: number) =>
    String(found.start.get(name) ?? 0).padStart(width, '0')
  const day = `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`
  const date = noon(day)
  // `31/02` is no day, and the store keeps four-digit years.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined
}

/** Today where the laptop is. */
export function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

// One line typed in a running meeting, read as what it means: "a: Relire la charte @Support ven." is an action of the
// support, due on Friday. Nothing is guessed from the middle of a sentence: a kind stands first, a day stands last.

import { fold } from '../../kit/fold'
import { names, readDay, shift } from '../../kit/day'
import type { Language, OutcomeKind } from '../../ipc/client'

/** What a line becomes: an outcome, or an item of the parking lot. */
export type EntryKind = OutcomeKind | 'parking'

export const KINDS: readonly EntryKind[] = ['note', 'decision', 'action', 'parking']

/** Somebody who can do an action. */
export interface Doer {
  kind: 'role' | 'person'
  id: string
  name: string
  /** The lane letter of a role. */
  letter?: string
}

/** A line as it was understood. */
export interface Entry {
  kind: EntryKind
  body: string
  doer?: Doer
  /** `2026-11-27` */
  day?: string
}

const PREFIX: Record<string, EntryKind> = { n: 'note', d: 'decision', a: 'action', p: 'parking' }
const LANGUAGES: readonly Language[] = ['fr', 'en']
/** Words that only lead to a day: "pour vendredi", "by Friday". */
const LEADS = /(?:^|\s)(?:pour le|pour|avant le|avant|d’ici le|d’ici|d'ici le|d'ici|le|by|before|until|on|for)$/iu
/** A day is at most this many words: "in two weeks time". */
const MOST_WORDS = 4

/** The kind that stands before a colon at the start, and the rest. */
export function prefixed(text: string): { kind?: EntryKind; rest: string } {
  const found = /^\s*([ndap])\s*:\s*/iu.exec(text)
  const kind = found?.[1] ? PREFIX[found[1].toLowerCase()] : undefined
  return kind && found ? { kind, rest: text.slice(found[0].length) } : { rest: text }
}

/** Who is meant by `@…`: the whole name, the letter, or the first words of only one name. */
function mentioned(text: string, doers: readonly Doer[]): { doer: Doer; from: number; to: number } | undefined {
  for (const found of text.matchAll(/(?:^|\s)@(\S.*)$/gu)) {
    const from = found.index + (found[0].startsWith('@') ? 0 : 1)
    const words = (found[1] ?? '').split(/(?<=\s)/u)
    for (let count = Math.min(words.length, 8); count > 0; count -= 1) {
      const said = words.slice(0, count).join('').trimEnd()
      const asked = fold(said.replace(/[.,;:!?]+$/u, ''))
      if (!asked) continue
      const whole = doers.filter((doer) => fold(doer.name) === asked || fold(doer.letter ?? '') === asked)
      const begins = doers.filter((doer) =>
        fold(doer.name)
          .split(/\s+/u)
          .some((_, at, all) => all.slice(at).join(' ').startsWith(asked)),
      )
      const doer = whole[0] ?? (count === 1 || said.includes(' ') ? only(begins) : undefined)
      if (doer) return { doer, from, to: from + 1 + said.length }
    }
  }
  return undefined
}

/** The one of several that stands for itself; a role before a person who is named alike. */
function only(found: Doer[]): Doer | undefined {
  const roles = found.filter((doer) => doer.kind === 'role')
  return found.length === 1 ? found[0] : roles.length === 1 ? roles[0] : undefined
}

/** The next such day of the week after today: "ven.", "vendredi", "Fri". */
function weekday(word: string, today: string): string | undefined {
  const asked = fold(word.replace(/\.$/u, ''))
  for (const language of LANGUAGES) {
    for (const width of ['long', 'short'] as const) {
      const at = names(language, width).findIndex((name) => fold(name.replace(/\.$/u, '')) === asked)
      if (at < 0) continue
      const now = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7
      return shift(today, 'day', (at - now + 7) % 7 || 7)
    }
  }
  return undefined
}

/** The day that the last words mean, and what stands before them. */
async function ending(
  text: string,
  today: string,
  language: Language,
): Promise<{ day: string; before: string } | undefined> {
  const words = text.trimEnd().split(/\s+/u)
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count -= 1) {
    const said = words.slice(-count).join(' ')
    const before = words.slice(0, -count).join(' ')
    // A lone number is a quantity, not the day of a month.
    if (/^\d+$/u.test(said)) continue
    let day = count === 1 ? weekday(said, today) : undefined
    for (const asked of [language, ...LANGUAGES.filter((other) => other !== language)])
      day ??= await readDay(said, asked, today)
    if (day) return { day, before: before.replace(LEADS, '') }
  }
  return undefined
}

/** Reads a line. `chosen` is the kind chosen by a key; a kind written before a colon goes first. */
export async function readEntry(
  text: string,
  context: { chosen: EntryKind; doers: readonly Doer[]; language: Language; today: string },
): Promise<Entry> {
  const { kind = context.chosen, rest } = prefixed(text)
  const entry: Entry = { kind, body: rest.trim() }
  if (kind !== 'action') return entry
  let body = entry.body
  // The day may stand before or after the name: "@Support ven." and "ven. @Support".
  const last = await ending(body, context.today, context.language)
  if (last) body = last.before
  const who = mentioned(body, context.doers)
  if (who) body = `${body.slice(0, who.from)}${body.slice(who.to)}`.replace(/\s+/gu, ' ').trim()
  const day = last ?? (who ? await ending(body, context.today, context.language) : undefined)
  if (day && !last) body = day.before
  // What would leave nothing to do was the action itself.
  if (!body.trim()) return entry
  return { kind, body: body.trim(), ...(who ? { doer: who.doer } : {}), ...(day ? { day: day.day } : {}) }
}

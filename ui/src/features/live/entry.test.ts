import { describe, expect, it } from 'vitest'
import { prefixed, readEntry } from './entry'
import type { Doer } from './entry'

const doers: Doer[] = [
  { kind: 'role', id: 's', name: 'Support', letter: 'A' },
  { kind: 'role', id: 'd', name: 'Ingénieur ou ingénieure de données', letter: 'B' },
  { kind: 'role', id: 'm', name: 'Responsable marketing', letter: 'C' },
  { kind: 'person', id: 'l', name: 'Léa Martin' },
  { kind: 'person', id: 'p', name: 'Paul Martin' },
]
// A Thursday.
const context = { chosen: 'note', doers, language: 'fr', today: '2026-11-26' } as const
const read = (text: string, change = {}) => readEntry(text, { ...context, ...change })

describe('a line typed in a meeting', () => {
  it('is an action of a role, due on a day', async () => {
    expect(await read('a: Relire la charte @Support ven.')).toEqual({
      kind: 'action',
      body: 'Relire la charte',
      doer: doers[0],
      day: '2026-11-27',
    })
  })

  it.each([
    ['a: Relire la charte vendredi @Support', 'Relire la charte', 's', '2026-11-27'],
    ['A : Ouvrir les droits @B lundi', 'Ouvrir les droits', 'd', '2026-11-30'],
    ['a: Call the printer @Léa by Friday', 'Call the printer', 'l', '2026-11-27'],
    ['a: Rappeler @lea martin avant le 12/12', 'Rappeler', 'l', '2026-12-12'],
    ['a: Publier demain', 'Publier', undefined, '2026-11-27'],
    ['a: Former l’équipe @marketing dans deux semaines', 'Former l’équipe', 'm', '2026-12-10'],
    ['a: Envoyer @support', 'Envoyer', 's', undefined],
    ['a: Commander 24', 'Commander 24', undefined, undefined],
    ['a: Demander à @Martin', 'Demander à @Martin', undefined, undefined],
    ['a: vendredi', 'vendredi', undefined, undefined],
    ['a: jeudi', 'jeudi', undefined, undefined],
    ['a: Revoir jeudi', 'Revoir', undefined, '2026-12-03'],
    ['a: Écrire à x@support.example', 'Écrire à x@support.example', undefined, undefined],
  ])('%s', async (text, body, doer, day) => {
    const entry = await read(text)
    expect([entry.kind, entry.body, entry.doer?.id, entry.day]).toEqual(['action', body, doer, day])
  })

  it('keeps names and days of notes and decisions as they are', async () => {
    expect(await read('Vu avec @Support vendredi')).toEqual({ kind: 'note', body: 'Vu avec @Support vendredi' })
    expect(await read('d: On livre vendredi')).toEqual({ kind: 'decision', body: 'On livre vendredi' })
    expect(await read('p: Le budget', { chosen: 'action' })).toEqual({ kind: 'parking', body: 'Le budget' })
  })

  it('takes only a lone letter before a colon for a kind', () => {
    expect(prefixed('da: x')).toEqual({ rest: 'da: x' })
    expect(prefixed(' D :x')).toEqual({ kind: 'decision', rest: 'x' })
  })
})

import { expect, it } from 'vitest'
import { ranked } from './ranked'

const entries = [
  'Aller aux rôles',
  'Réunions',
  'Documents',
  '12  Dessiner les schémas',
  'Annuler : déplacer la tâche 2',
]
const find = (query: string) => ranked(query, entries, (entry) => entry)

it('finds without accents, in any order, with a letter missing or wrong', () => {
  expect(find('roles')[0]).toBe('Aller aux rôles')
  expect(find('schemas dessiner')[0]).toBe('12  Dessiner les schémas')
  expect(find('reunons')[0]).toBe('Réunions')
  expect(find('12')[0]).toBe('12  Dessiner les schémas')
})

it('puts the beginning of a word first and shows all for nothing', () => {
  expect(find('do')[0]).toBe('Documents')
  expect(find(' ')).toEqual(entries)
  expect(find('zzz')).toEqual([])
})

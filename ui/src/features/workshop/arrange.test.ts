import { expect, test } from 'vitest'
import type { WorkshopSummary } from '../../ipc/client'
import { arrange } from './arrange'

function workshop(title: string, more: Partial<WorkshopSummary> = {}): WorkshopSummary {
  return {
    id: title,
    title,
    language: 'fr',
    created_at: 0,
    roles: 0,
    tasks: 0,
    meetings: 0,
    people: 0,
    organisation: '',
    held_on: null,
    time_zone: 'Europe/Paris',
    shelf: 'usual',
    lines: 0,
    agreed: 0,
    next_meeting_id: null,
    next_title: null,
    next_at: null,
    running_meeting_id: null,
    running_title: null,
    running_item: null,
    opened_at: null,
    changed_at: 0,
    ...more,
  }
}

const all = [
  workshop('Zoé', { organisation: 'Port', next_at: 20 }),
  workshop('école 10', { organisation: 'Abbaye', next_at: 10 }),
  workshop('Ecole 9', { shelf: 'pinned', organisation: 'Port' }),
  workshop('Cave', { shelf: 'archived' }),
  workshop('Atelier'),
]
const titles = (by: 'recent' | 'title' | 'client' | 'day') =>
  arrange(all, by, 'fr').map((shelf) => [shelf.title, ...shelf.workshops.map((one) => one.title)])

test('pinned workshops come first and those put away are out of sight', () => {
  expect(titles('recent')).toEqual([
    ['', 'Ecole 9'],
    ['', 'Zoé', 'école 10', 'Atelier'],
  ])
})

test('titles go by the language, numbers by their value', () => {
  expect(titles('title')[1]).toEqual(['', 'Atelier', 'école 10', 'Zoé'])
})

test('clients have their name above them, and none comes last', () => {
  expect(titles('client')).toEqual([
    ['', 'Ecole 9'],
    ['Abbaye', 'école 10'],
    ['Port', 'Zoé'],
    ['', 'Atelier'],
  ])
})

test('the day of the next meeting decides, and a workshop without one waits', () => {
  expect(titles('day')[1]).toEqual(['', 'école 10', 'Zoé', 'Atelier'])
})

test('nothing gives no shelf', () => {
  expect(arrange([], 'client', 'en')).toEqual([])
})

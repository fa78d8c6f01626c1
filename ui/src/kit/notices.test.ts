import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clearNotices, dismiss, holdNotices, notices, notify, recovered } from './notices.svelte'

const texts = () => notices().map((notice) => notice.text)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  for (const notice of notices()) dismiss(notice.id)
  vi.useRealTimers()
})

it('an error goes away by itself', () => {
  notify('Disque plein', { bad: true })
  vi.advanceTimersByTime(13_000)
  expect(texts()).toEqual(['Disque plein'])
  vi.advanceTimersByTime(2_000)
  expect(texts()).toEqual([])
})

it('the same words stand there once, and never more than three notices', () => {
  for (let i = 0; i < 5; i += 1) notify('Disque plein', { bad: true })
  expect(texts()).toEqual(['Disque plein'])
  for (const text of ['a', 'b', 'c', 'd']) notify(text)
  expect(texts()).toEqual(['b', 'c', 'd'])
})

it('an error is over when something works, once it could be read', () => {
  notify('Disque plein', { bad: true })
  notify('Enregistré')
  recovered()
  vi.advanceTimersByTime(3_900)
  expect(texts()).toContain('Disque plein')
  vi.advanceTimersByTime(200)
  expect(texts()).toEqual(['Enregistré'])
})

it('nothing follows to another screen but a way back', () => {
  notify('Disque plein', { bad: true })
  notify('Tâche supprimée', { action: { label: 'Annuler', run: () => undefined } })
  clearNotices()
  expect(texts()).toEqual(['Tâche supprimée'])
})

it('a notice with a button takes the place of the last one', () => {
  const action = { label: 'Ouvrir', run: () => undefined }
  notify('Plan enregistré', { action })
  notify('Disque plein', { bad: true, action })
  notify('Fusionné', { action })
  expect(texts()).toEqual(['Disque plein', 'Fusionné'])
})

it('of one matter the newest is said', () => {
  notify('Annulé', { matter: 'step' })
  notify('Partagé')
  notify('Rétabli', { matter: 'step' })
  expect(texts()).toEqual(['Partagé', 'Rétabli'])
})

it('what is being read stays', () => {
  notify('Long à lire')
  holdNotices(true)
  vi.advanceTimersByTime(60_000)
  expect(texts()).toEqual(['Long à lire'])
  holdNotices(false)
  vi.advanceTimersByTime(5_000)
  expect(texts()).toEqual([])
})

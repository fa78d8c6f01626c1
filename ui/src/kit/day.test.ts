import { describe, expect, it } from 'vitest'
import { dayShort, monthOf, readDay, shift } from './day'

const TODAY = '2026-11-23'

describe('days', () => {
  it.each([
    ['24/11', 'fr', '2026-11-24'],
    ['5/6/2027', 'fr', '2027-06-05'],
    ['24 nov', 'fr', '2026-11-24'],
    ['3 février 2027', 'fr', '2027-02-03'],
    ['demain', 'fr', '2026-11-24'],
    ['dans 2 semaines', 'fr', '2026-12-07'],
    ['2026-12-01', 'fr', '2026-12-01'],
    ['24/11', 'en', '2026-11-24'],
    ['5/6/2027', 'en', '2027-06-05'],
    ['24 Nov 2026', 'en', '2026-11-24'],
    ['tomorrow', 'en', '2026-11-24'],
    ['in two weeks', 'en', '2026-12-07'],
    ['2026-12-01', 'en', '2026-12-01'],
  ] as const)('reads %s in %s', async (text, language, day) => {
    expect(await readDay(text, language, TODAY)).toBe(day)
  })

  it.each(['', 'bientôt peut-être', '31/02/2027', '12 d 24', '99'])('says no to %s', async (text) => {
    expect(await readDay(text, 'fr', TODAY)).toBeUndefined()
    expect(await readDay(text, 'en', TODAY)).toBeUndefined()
  })

  it('reads back what it writes', async () => {
    for (const language of ['fr', 'en'] as const)
      for (let day = TODAY, left = 400; left > 0; left -= 1, day = shift(day, 'day', 1))
        expect(await readDay(dayShort(day, language), language, TODAY)).toBe(day)
  })

  it('keeps to the last day of a shorter month', () => {
    expect(shift('2027-01-31', 'month', 1)).toBe('2027-02-28')
    expect(shift('2027-03-31', 'month', -1)).toBe('2027-02-28')
    expect(shift('2026-12-31', 'day', 1)).toBe('2027-01-01')
  })

  it('lays out six weeks from a Monday', () => {
    const month = monthOf('2026-11-24')
    expect([month[0], month[6], month[41]]).toEqual(['2026-10-26', '2026-11-01', '2026-12-06'])
  })
})

import { describe, expect, it } from 'vitest'
import { clock, dayIn, lengthText, parseClock, parseLength } from './duration'

describe('lengths', () => {
  it.each([
    ['90', 90],
    ['1h30', 90],
    ['1:30', 90],
    ['90m', 90],
    ['1 h 30', 90],
    ['45 min', 45],
    ['2h', 120],
    ['0', 0],
  ])('%s is %i minutes', (text, minutes) => {
    expect(parseLength(text)).toBe(minutes * 60)
  })

  it.each(['', 'soon', '-5', '1h75', '99999'])('%s is no length', (text) => {
    expect(parseLength(text)).toBeUndefined()
  })

  it('keep seconds where they matter', () => {
    expect(lengthText(800)).toBe('13min20')
    expect(parseLength(lengthText(800))).toBe(800)
    expect(lengthText(900)).toBe('15')
  })
})

describe('times of day', () => {
  const summer = Date.UTC(2026, 6, 1, 22, 30)
  it('are those of the meeting’s own zone', () => {
    expect(clock(summer, 'Europe/Paris')).toBe('0:30')
    expect(dayIn(summer, 'Europe/Paris')).toBe('2026-07-02')
    expect(clock(summer, 'America/New_York')).toBe('18:30')
  })

  it('are read back', () => {
    expect(parseClock('09:05')).toBe(545)
    expect(parseClock('25:00')).toBeUndefined()
  })
})

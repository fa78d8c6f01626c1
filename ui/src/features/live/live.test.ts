import { describe, expect, it } from 'vitest'
import { countdown, timeOfDay } from './live.svelte'

describe('countdown', () => {
  it('shows minutes and seconds, hours where there are any, and overtime with a minus', () => {
    expect(countdown(92_000)).toBe('1:32')
    expect(countdown(3_600_000 + 65_000)).toBe('1:01:05')
    expect(countdown(0)).toBe('0:00')
    expect(countdown(-5_000)).toBe('−0:05')
  })
  it('writes the time of day as each language does', () => {
    const nine = Date.UTC(2026, 10, 23, 8, 0)
    expect(timeOfDay(nine, 'Europe/Paris', 'fr')).toBe('9\u00a0h')
    expect(timeOfDay(nine + 9 * 60_000, 'Europe/Paris', 'fr')).toBe('9\u00a0h\u00a009')
    expect(timeOfDay(nine, 'Europe/Paris', 'en')).toBe('9:00')
  })
})

import { describe, expect, it } from 'vitest'
import { fromRule, toRule, weekly } from './rhythm'

const MONDAY = '2026-11-23'

describe('rhythms', () => {
  it.each([
    'RRULE:FREQ=WEEKLY;BYDAY=MO',
    'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=6',
    'RRULE:FREQ=MONTHLY;BYDAY=2TU',
    'RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270630T235959Z',
    'RRULE:FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15',
    'RRULE:FREQ=WEEKLY;BYDAY=MO\nEXDATE:20261207T090000,20261221T090000',
    'RRULE:FREQ=YEARLY;BYMONTH=11',
    'RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
  ])('keeps %s through the form', (rule) => {
    expect(toRule(fromRule(rule, MONDAY), '9:00')).toBe(rule)
  })

  it('starts weekly on the day of the meeting', () => {
    expect(toRule(weekly(MONDAY), '9:00')).toBe('RRULE:FREQ=WEEKLY;BYDAY=MO')
    expect(weekly('2026-12-29')).toMatchObject({ weekday: 'TU', nth: 4, monthDay: 29 })
  })

  it('leaves days out in the order of the calendar', () => {
    expect(toRule({ ...weekly(MONDAY), except: ['2026-12-21', '2026-12-07'] }, '14:30')).toContain(
      'EXDATE:20261207T143000,20261221T143000',
    )
  })
})

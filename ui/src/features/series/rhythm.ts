// A rhythm in the words of a form, and as the RFC 5545 lines that the core understands.

export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type DayCode = (typeof DAYS)[number]

/** What the form shows; `own` is a rule that the form has no controls for. */
export interface Rhythm {
  kind: 'weekly' | 'monthly-weekday' | 'monthly-day' | 'own'
  interval: number
  days: DayCode[]
  /** 1 to 4, or −1 for the last. */
  nth: number
  weekday: DayCode
  monthDay: number
  end: 'never' | 'count' | 'until'
  count: number
  /** The last day, as `2026-12-31`. */
  until: string
  /** Days on which it is left out. */
  except: string[]
  own: string
}

/** Every week on the day of the first meeting. */
export function weekly(day: string): Rhythm {
  const weekday = DAYS[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO'
  const monthDay = Number(day.slice(8))
  return {
    kind: 'weekly',
    interval: 1,
    days: [weekday],
    nth: Math.min(4, Math.ceil(monthDay / 7)),
    weekday,
    monthDay,
    end: 'never',
    count: 10,
    until: '',
    except: [],
    own: '',
  }
}

/** The RRULE and EXDATE lines; `time` is the start by the series' clocks, as `9:00`. */
export function toRule(rhythm: Rhythm, time: string): string {
  const compact = (day: string) => day.replaceAll('-', '')
  const [hours = '0', minutes = '00'] = time.split(':')
  const clock = `${hours.padStart(2, '0')}${minutes}00`
  const exceptions = rhythm.except.length
    ? [
        `EXDATE:${[...rhythm.except]
          .sort()
          .map((day) => `${compact(day)}T${clock}`)
          .join(',')}`,
      ]
    : []
  if (rhythm.kind === 'own') return [rhythm.own.trim(), ...exceptions].join('\n')
  const parts = [rhythm.kind === 'weekly' ? 'FREQ=WEEKLY' : 'FREQ=MONTHLY']
  if (rhythm.interval > 1) parts.push(`INTERVAL=${rhythm.interval}`)
  if (rhythm.kind === 'weekly') parts.push(`BYDAY=${DAYS.filter((day) => rhythm.days.includes(day)).join(',')}`)
  if (rhythm.kind === 'monthly-weekday') parts.push(`BYDAY=${rhythm.nth}${rhythm.weekday}`)
  if (rhythm.kind === 'monthly-day') parts.push(`BYMONTHDAY=${rhythm.monthDay}`)
  if (rhythm.end === 'count') parts.push(`COUNT=${rhythm.count}`)
  if (rhythm.end === 'until' && rhythm.until) parts.push(`UNTIL=${compact(rhythm.until)}T235959Z`)
  return [`RRULE:${parts.join(';')}`, ...exceptions].join('\n')
}

/** The form for a rule; what it has no controls for stays as it is written. */
export function fromRule(recurrence: string, day: string): Rhythm {
  const base = weekly(day)
  const lines = recurrence
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const rule = lines.find((line) => line.startsWith('RRULE:'))?.slice(6) ?? ''
  const iso = (text: string) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
  const except = lines
    .filter((line) => line.startsWith('EXDATE'))
    .flatMap((line) => (line.split(':')[1] ?? '').split(',').map(iso))
  const own: Rhythm = { ...base, kind: 'own', own: rule ? `RRULE:${rule}` : '', except }
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]))
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'COUNT', 'UNTIL']
  if (![...parts.keys()].every((key) => known.includes(key))) return own
  const by = parts.get('BYDAY')
  const ends: Partial<Rhythm> = parts.has('COUNT')
    ? { end: 'count', count: Number(parts.get('COUNT')) }
    : parts.has('UNTIL')
      ? { end: 'until', until: iso(parts.get('UNTIL') ?? '') }
      : {}
  const shared: Rhythm = { ...base, ...ends, interval: Number(parts.get('INTERVAL') ?? 1), except }
  const isDay = (text: string): text is DayCode => (DAYS as readonly string[]).includes(text)
  if (parts.get('FREQ') === 'WEEKLY' && !parts.has('BYMONTHDAY')) {
    const days = by ? by.split(',') : base.days
    return days.every(isDay) ? { ...shared, kind: 'weekly', days: days as DayCode[] } : own
  }
  if (parts.get('FREQ') === 'MONTHLY' && by && !parts.has('BYMONTHDAY')) {
    const found = /^(-1|[1-4])([A-Z]{2})$/.exec(by)
    return found && isDay(found[2] ?? '')
      ? { ...shared, kind: 'monthly-weekday', nth: Number(found[1]), weekday: found[2] as DayCode }
      : own
  }
  if (parts.get('FREQ') === 'MONTHLY' && !by) {
    const at = Number(parts.get('BYMONTHDAY') ?? base.monthDay)
    return at >= 1 && at <= 31 ? { ...shared, kind: 'monthly-day', monthDay: at } : own
  }
  return own
}

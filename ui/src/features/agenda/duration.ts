// Lengths as people type and read them.

/** Seconds of `90`, `90m`, `1h30`, `1 h 30`, `1:30`, `45 min`, `13:20 min`; undefined for anything else. */
export function parseLength(text: string): number | undefined {
  const typed = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s\u00a0\u202f]+/g, '')
  let parts = /^(\d{1,4})(?:m|min|mn|minutes?|’|')?$/.exec(typed)
  if (parts) return Number(parts[1]) * 60
  parts = /^(\d{1,2})(?:h|:)([0-5]?\d)(?:m|min)?$/.exec(typed)
  if (parts) return (Number(parts[1]) * 60 + Number(parts[2])) * 60
  parts = /^(\d{1,2})h$/.exec(typed)
  if (parts) return Number(parts[1]) * 3600
  parts = /^(\d{1,4})(?:m|min)([0-5]?\d)s?$/.exec(typed)
  if (parts) return Number(parts[1]) * 60 + Number(parts[2])
  return undefined
}

/** Minutes as they are shown: `15`, or `13 min 20` where seconds matter. */
export function lengthText(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  return rest ? `${minutes}min${String(rest).padStart(2, '0')}` : String(minutes)
}

/** A time of day in a zone, by the 24-hour clock: `9:05`. */
export function clock(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(at)
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  return `${Number(part('hour'))}:${part('minute')}`
}

/** The calendar day in a zone, as `YYYY-MM-DD`. */
export function dayIn(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).formatToParts(at)
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** Minutes after midnight of `9:05` or `09:05`; undefined for anything else. */
export function parseClock(text: string): number | undefined {
  const parts = /^(\d{1,2})[:h](\d{2})$/.exec(text.trim())
  if (!parts) return undefined
  const minutes = Number(parts[1]) * 60 + Number(parts[2])
  return minutes < 1440 && Number(parts[2]) < 60 ? minutes : undefined
}

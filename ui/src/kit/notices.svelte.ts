// Short notices in a corner of the window, and announcements for screen readers.

export interface Notice {
  id: number
  text: string
  bad: boolean
  /** What the notice's button does, e.g. undo. */
  action?: { label: string; run: () => void }
  /** A newer notice of the same matter takes its place. */
  matter?: string
}

/** How long a notice stays; what went wrong takes longer to read. */
const STAYS = 7_000
const BAD_STAYS = 14_000
/** A notice is not taken away before it can be read, even when its cause is gone. */
const READ = 4_000
const MOST = 3

let next = 1
let shown = $state.raw<Notice[]>([])
let announcement = $state('')
let isHeld = false
const timers = new Map<number, { at: number; timer: ReturnType<typeof setTimeout> }>()

/** The notices on screen. */
export function notices(): readonly Notice[] {
  return shown
}

/** What assistive technology is told now. */
export function announced(): string {
  return announcement
}

/** Shows a notice for a while; the same words stand there once. */
export function notify(text: string, options: Partial<Pick<Notice, 'bad' | 'action' | 'matter'>> = {}): void {
  // Many of them would reach up to the navigation: what is over gives way.
  const isOver = (old: Notice): boolean =>
    old.text === text ||
    (options.matter !== undefined && old.matter === options.matter) ||
    (options.action !== undefined && old.action !== undefined && !old.bad && !isHeld)
  for (const old of shown.filter(isOver)) dismiss(old.id)
  const notice: Notice = {
    id: next++,
    text,
    bad: options.bad ?? false,
    ...(options.action ? { action: options.action } : {}),
    ...(options.matter ? { matter: options.matter } : {}),
  }
  for (const old of shown.slice(0, Math.max(0, shown.length - MOST + 1))) dismiss(old.id)
  shown = [...shown, notice]
  announce(text)
  leaveAfter(notice.id, notice.bad ? BAD_STAYS : STAYS)
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  clearTimeout(timers.get(id)?.timer)
  timers.delete(id)
  shown = shown.filter((notice) => notice.id !== id)
}

/** Something has worked: what went wrong before is over, once it could be read. */
export function recovered(): void {
  for (const notice of shown) {
    const age = Date.now() - (timers.get(notice.id)?.at ?? 0)
    if (notice.bad) leaveAfter(notice.id, Math.max(0, READ - age))
  }
}

/** Another screen: what was said of the one before does not follow, but for a way back. */
export function clearNotices(): void {
  for (const notice of shown) if (!notice.action) dismiss(notice.id)
}

/** Notices stay as long as the pointer or the focus is on them. */
export function holdNotices(hold: boolean): void {
  isHeld = hold
  if (!hold) for (const notice of shown) leaveAfter(notice.id, READ)
}

function leaveAfter(id: number, wait: number): void {
  const before = timers.get(id)
  clearTimeout(before?.timer)
  const leave = () => (isHeld ? undefined : dismiss(id))
  timers.set(id, { at: before?.at ?? Date.now(), timer: setTimeout(leave, wait) })
}

/** Says something to screen readers without showing it. */
export function announce(text: string): void {
  // The same words twice are announced twice only if the region changes in between.
  announcement = announcement === text ? `${text}\u00a0` : text
}

// Short notices at the foot of the window, and announcements for screen readers.

export interface Notice {
  id: number
  text: string
  bad: boolean
  /** What the notice's button does, e.g. undo. */
  action?: { label: string; run: () => void }
}

let next = 1
let shown = $state<Notice[]>([])
let announcement = $state('')

/** The notices on screen. */
export function notices(): readonly Notice[] {
  return shown
}

/** What assistive technology is told now. */
export function announced(): string {
  return announcement
}

/** Shows a notice; errors stay until dismissed. */
export function notify(text: string, options: { bad?: boolean; action?: Notice['action'] } = {}): void {
  const notice: Notice = {
    id: next++,
    text,
    bad: options.bad ?? false,
    ...(options.action ? { action: options.action } : {}),
  }
  shown = [...shown.slice(-2), notice]
  announce(text)
  if (!notice.bad) setTimeout(() => dismiss(notice.id), 7000)
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  shown = shown.filter((notice) => notice.id !== id)
}

/** Says something to screen readers without showing it. */
export function announce(text: string): void {
  // The same words twice are announced twice only if the region changes in between.
  announcement = announcement === text ? `${text}\u00a0` : text
}

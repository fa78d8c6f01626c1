// How a meeting stands against its plan, in words; the same in the console, the strip and the room.

import type { Clock } from '../../ipc/client'

/** The message for how far ahead or behind a meeting is, with its minutes. */
export function aheadOf(clock: Clock): ['live-on-time' | 'live-ahead' | 'live-behind', { minutes: number }] {
  const minutes = Math.round(Math.abs(clock.ahead) / 60_000)
  return [minutes === 0 ? 'live-on-time' : clock.ahead > 0 ? 'live-ahead' : 'live-behind', { minutes }]
}

/** How far the block under way is, from 0 to 1. */
export function passedOf(clock: Clock | null | undefined): number {
  return clock && clock.planned > 0 ? Math.min(1, Math.max(0, 1 - clock.remaining / clock.planned)) : 0
}

// The console of a meeting: which one is run, its clock, and what single keys do.

import { attempt } from '../../app.svelte'
import { call, commands, commit } from '../../ipc/client'
import type { AgendaItem, Clock, LiveStep, Meeting, Outcome } from '../../ipc/client'
import { spoken } from '../../messages.svelte'
import type { OpenWorkshop } from '../../workshop.svelte'

export class Live {
  readonly workshop: OpenWorkshop
  #chosen = $state<string>()
  clock = $state.raw<Clock>()
  /** The block whose outcomes are shown when it is not the one under way. */
  looked = $state<string>()

  /** `running`: only the meeting in progress, whatever is chosen to be read. */
  constructor(
    workshop: OpenWorkshop,
    readonly scope: 'any' | 'running' = 'any',
  ) {
    this.workshop = workshop
  }

  /** Meetings that can be run or read, in time. */
  readonly meetings = $derived.by(() =>
    this.workshop
      .ordered('meeting')
      .filter((meeting) => !meeting.is_template)
      .sort((a, b) => a.starts_at - b.starts_at),
  )

  /** The meeting shown: the one chosen, the one in progress, else the next that was not closed. */
  readonly meeting: Meeting | undefined = $derived.by(() => {
    const running = this.meetings.find((meeting) => meeting.status === 'in_progress')
    if (this.scope === 'running') return running
    return (
      this.meetings.find((meeting) => meeting.id === this.#chosen) ??
      running ??
      this.meetings.find((meeting) => meeting.status !== 'closed') ??
      this.meetings.at(-1)
    )
  })

  readonly items: AgendaItem[] = $derived.by(() =>
    this.workshop.ordered('agenda_item').filter((item) => item.meeting_id === this.meeting?.id),
  )

  readonly current = $derived(this.items.find((item) => item.id === this.meeting?.current_item_id))
  readonly next = $derived(this.items.find((item) => item.id === this.clock?.next_item_id))
  readonly outcomes: Outcome[] = $derived.by(() =>
    this.workshop.ordered('outcome').filter((outcome) => outcome.meeting_id === this.meeting?.id),
  )

  readonly isRunning = $derived(this.meeting?.status === 'in_progress')

  choose(id: string): void {
    this.#chosen = id
    this.looked = undefined
    this.clock = undefined
  }

  /** Reads the clock from the store, whose moment is the right one after sleep and restart. */
  async tick(): Promise<void> {
    const meeting = this.meeting
    if (!meeting) return
    const clock = await call(commands.meetingClock(this.workshop.id, meeting.id)).catch(() => undefined)
    if (clock?.meeting_id === this.meeting?.id) this.clock = clock
  }

  step(step: LiveStep): void {
    this.looked = undefined
    this.#run((id) => commands.liveStep(this.workshop.id, id, step))
  }

  extend(seconds: number): void {
    this.#run((id) => commands.liveExtend(this.workshop.id, id, seconds))
  }

  pause(): void {
    this.#run((id) => commands.livePause(this.workshop.id, id, this.meeting?.paused_at === null))
  }

  start(start: 'now' | 'as_planned'): void {
    this.#run((id) => commands.meetingStart(this.workshop.id, id, start))
  }

  #run(command: (meeting: string) => Parameters<typeof commit<unknown>>[0]): void {
    const meeting = this.meeting
    if (!meeting) return
    void attempt(async () => {
      await commit(command(meeting.id))
      await this.tick()
    })
  }
}

/** Minutes and seconds, with a minus in overtime: `1:32`, `−0:05`. */
export function countdown(milliseconds: number): string {
  const total = milliseconds >= 0 ? Math.ceil(milliseconds / 1000) : Math.ceil(-milliseconds / 1000)
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const seconds = String(total % 60).padStart(2, '0')
  const text = hours ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
  return milliseconds < 0 && total > 0 ? `−${text}` : text
}

/** A time of day in a zone, as each language writes it. */
export function timeOfDay(at: number, timeZone: string, language = spoken()): string {
  const text = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: false, timeZone })
    .format(at)
    .replace(/^0(\d)/, '$1')
  return language === 'fr' ? text.replace(':', '\u00a0h\u00a0').replace(/\u00a0h\u00a000$/, '\u00a0h') : text
}

/** Calls `tick` on every full second until the returned function is called. */
export function everySecond(tick: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    timer = setTimeout(
      () => {
        tick()
        wait()
      },
      1000 - (Date.now() % 1000) + 5,
    )
  }
  wait()
  return () => clearTimeout(timer)
}

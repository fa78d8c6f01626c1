// What the console sets for the room: picture, freeze, blank, and whether the picture follows the console's screen.

import { attempt, shownScreen } from '../app.svelte'
import { call, commands, onProjector } from '../ipc/client'
import type { ProjectorState, Scene } from '../ipc/client'

let state = $state.raw<ProjectorState>({
  workshop_id: null,
  scene: 'agenda',
  pair: null,
  page: null,
  follows: true,
  is_frozen: false,
  is_blank: false,
})

/** What the room is shown. */
export function projected(): ProjectorState {
  return state
}

/** Follows the state; call once per window. */
export async function followProjector(): Promise<void> {
  const kept = await call(commands.projectorState())
  if (kept.workshop_id) state = kept
  await onProjector((next) => (state = next))
}

/** Changes what the room is shown. */
export function project(change: Partial<ProjectorState>): Promise<unknown> {
  return attempt(() => call(commands.projectorSet({ ...state, ...change })))
}

/** Opens the projector's window on a workshop; a picture that follows is that of the console's screen. */
export async function openProjector(workshop: string): Promise<void> {
  const scene = state.follows ? sceneOf(shownScreen()) : undefined
  await project({ workshop_id: workshop, ...(scene ? { scene } : {}) })
  await attempt(() => call(commands.projectorOpen()))
}

/** The picture that belongs to a screen of the console. */
export function sceneOf(screen: string): Scene | undefined {
  return ({ live: 'agenda', meetings: 'agenda', board: 'board', contracts: 'contracts', radar: 'radar' } as const)[
    screen
  ]
}

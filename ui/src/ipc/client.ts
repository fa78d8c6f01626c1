// The only importer of Tauri. Commands come from the generated bindings; failures become `Refusal`s.

import { getCurrentWindow } from '@tauri-apps/api/window'
import { commands, events } from './bindings'
import type { IpcError, ProjectorState, SetProgress, Settings, WorkshopChanged } from './bindings'

export { commands }
export type * from './bindings'
export {
  BOARD_BY,
  BUILTIN_AGENDAS,
  CONTRACT_MODES,
  HOME_BY,
  ITEM_KINDS,
  LISTS,
  PARTS,
  PASSPHRASE_MIN,
  ROLE_COLORS,
  SCENES,
  TASK_STATUSES,
  VERDICTS,
  ZOOMS,
} from './bindings'

/** A command was refused; `error` says why in codes that `errors.ts` turns into a sentence. */
export class Refusal extends Error {
  constructor(readonly error: IpcError) {
    super(error.code)
  }
}

type Result<T> = { status: 'ok'; data: T } | { status: 'error'; error: IpcError }

const refusals = new Set<(error: IpcError) => void>()

/** Calls back for every refusal; ends with the returned function. */
export function onRefusal(callback: (error: IpcError) => void): () => void {
  refusals.add(callback)
  return () => refusals.delete(callback)
}

/** The value of a command. */
export async function call<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (result.status === 'error') {
    for (const told of refusals) told(result.error)
    throw new Refusal(result.error)
  }
  return result.data
}

let applied = 0
const waiting = new Map<number, () => void>()
/** A change that was not announced after this time is fetched. */
const MISSED = 3_000
let readAgain: () => Promise<unknown> = () => Promise.resolve()

/** Sets how this window reads anew what it shows, when a change was not announced. */
export function onMissed(read: () => Promise<unknown>): void {
  readAgain = read
}

/** Notes that the change of a revision has been applied in this window. */
export function noteApplied(revision: number): void {
  applied = Math.max(applied, revision)
  for (const [wanted, done] of waiting) {
    if (wanted <= applied) {
      waiting.delete(wanted)
      done()
    }
  }
}

/** Commits, and resolves when this window shows the change. */
export async function commit<T>(answer: Promise<Result<{ value: T; revision: number }>>): Promise<T> {
  const receipt = await call(answer)
  if (receipt.revision > applied) {
    const isMissed = await new Promise<boolean>((done) => {
      const timer = setTimeout(() => done(true), MISSED)
      waiting.set(receipt.revision, () => {
        clearTimeout(timer)
        done(false)
      })
    })
    if (isMissed) {
      waiting.delete(receipt.revision)
      // It is done all the same; whether it can be read is another question.
      await readAgain().catch(() => undefined)
    }
  }
  return receipt.value
}

/** Calls back for every change of the library, in order. */
export function onChanged(callback: (changed: WorkshopChanged) => void): Promise<() => void> {
  return events.workshopChanged.listen((event) => callback(event.payload))
}

/** Calls back when the preferences change in any window. */
export function onSettings(callback: (settings: Settings) => void): Promise<() => void> {
  return events.settingsChanged.listen((event) => callback(event.payload))
}

/** The label of this window: `main` or `projector`. */
export function windowLabel(): string {
  return getCurrentWindow().label
}

/** Calls back when the console chose another picture for the room. */
export function onProjector(callback: (state: ProjectorState) => void): Promise<() => void> {
  return events.projectorChanged.listen((event) => callback(event.payload))
}

/** Calls back when what the room is shown may have changed. */
export function onProjection(callback: () => void): Promise<() => void> {
  return events.projectionChanged.listen(() => callback())
}

/** Calls back when the window is about to close; it goes when the answer is there. */
export function onClosing(callback: () => Promise<void>): Promise<() => void> {
  return events.windowCloses.listen(() => {
    // The store answers in the order in which it was asked: after this, everything sent before is on disk.
    const isOver = () => commands.undoState(null)
    void callback()
      .then(isOver, isOver)
      .finally(() => void commands.windowLeave())
  })
}

/** Calls back as the set of documents is written; ends with the returned function. */
export function onSetProgress(callback: (progress: SetProgress) => void): Promise<() => void> {
  return events.setProgress.listen((event) => callback(event.payload))
}

/** Calls back when somebody asks the system for a new workshop, and at once if that was so before. */
export async function onNewAsked(callback: () => void): Promise<void> {
  const look = async () => {
    if (await call(commands.newAsked())) callback()
  }
  await events.newWorkshopAsked.listen(() => void look())
  await look()
}

/** Calls back when a file is held over the window, and when one waits to be imported. */
export async function onFile(listen: {
  hover: (isOver: boolean) => void
  offered: (name: string) => void
}): Promise<void> {
  await events.fileHovers.listen((event) => listen.hover(event.payload.is_over))
  await events.fileOffered.listen((event) => listen.offered(event.payload.name))
}

// Whether the library may be written: asked at the start, when the window comes back, and when a change is refused.

import { call, commands, onRefusal } from '../../ipc/client'
import type { SafetyState } from '../../ipc/client'

let state = $state.raw<SafetyState>()

/** Where the data is and how safe; undefined until it is known. */
export function safety(): SafetyState | undefined {
  return state
}

let jumped = $state<number>()

/** How far the computer's clock jumped, in milliseconds, while that is to be decided. */
export function clockJump(): number | undefined {
  return jumped
}

/** Follows the new time, or keeps the one that runs. */
export async function decideClock(follows: boolean): Promise<void> {
  await call(commands.clockDecide(follows))
  jumped = undefined
}

/** Asks again. */
export async function lookAgain(): Promise<void> {
  try {
    state = await call(commands.safetyState())
  } catch {
    // The refusal itself says more than this could.
  }
}

/** Follows what becomes of the library; call once. */
export function followSafety(): void {
  const telling = ['file_changed', 'read_only', 'disk_full', 'busy']
  $effect(() => {
    void lookAgain()
    const again = () => void lookAgain()
    window.addEventListener('focus', again)
    const watch = setInterval(async () => {
      try {
        jumped = (await call(commands.clockJump())) ?? undefined
      } catch {
        // Asked again in a moment.
      }
    }, 5000)
    const stop = onRefusal((error) => {
      if (telling.includes(error.code)) void lookAgain()
    })
    return () => {
      clearInterval(watch)
      window.removeEventListener('focus', again)
      stop()
    }
  })
}

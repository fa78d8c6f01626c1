// Files that only a passphrase opens: the one that is asked for, new or known. The window shows the dialog.

import { sentence } from '../../errors'
import { call, commands, Refusal } from '../../ipc/client'

/** What a new passphrase is wanted for. */
export interface Sealing {
  /** Heads the dialog. */
  title: string
  /** Saves what is sealed; gives the place, or nothing when the place was not chosen. */
  save: (passphrase: string) => Promise<string | null>
}

/** A file that waits for its passphrase. */
export interface Unsealing {
  /** Opens it; gives the sentence that refuses the passphrase, if one does. */
  open: (passphrase: string) => Promise<string | undefined>
  leave: () => void
}

let wanted = $state.raw<Sealing>()
let waiting = $state.raw<Unsealing>()

/** What is to be sealed; `undefined` while nothing is. */
export function sealing(): Sealing | undefined {
  return wanted
}

/** Asks for a new passphrase, or leaves it. */
export function seal(next?: Sealing): void {
  wanted = next
}

/** Asks for a new passphrase for the archive of a workshop. */
export function sealArchive(title: string, id: string): void {
  seal({ title, save: (passphrase) => call(commands.archiveSeal(id, passphrase)) })
}

/** The file that waits for its passphrase. */
export function unsealing(): Unsealing | undefined {
  return waiting
}

/**
 * Reads something; where it is sealed, asks for the passphrase and goes on with `open`. `done` gets what was read, now or
 * then.
 */
export async function unsealed<T>(
  read: () => Promise<T>,
  open: (passphrase: string) => Promise<T>,
  done: (value: T) => unknown,
): Promise<void> {
  try {
    await done(await read())
  } catch (thrown) {
    if (!(thrown instanceof Refusal && thrown.error.code === 'data' && thrown.error.reason === 'data-sealed'))
      throw thrown
    waiting = {
      open: async (passphrase) => {
        try {
          const value = await open(passphrase)
          waiting = undefined
          await done(value)
          return undefined
        } catch (refused) {
          return sentence(refused)
        }
      },
      leave: () => (waiting = undefined),
    }
  }
}

// What was refused is said where it happened: by the field that tried to save, else by a notice.

import { Refusal } from '../ipc/client'
import { sentence } from '../errors'

/** Why something was not done. */
export interface Refused {
  text: string
  /** The same text will be refused again: only another one can be kept. */
  isFinal: boolean
}

let hearer: ((thrown: unknown) => void) | undefined

/** Who is told of a refusal of what begins now; nobody: a notice says it. */
export function hearing(): ((thrown: unknown) => void) | undefined {
  return hearer
}

/** Does something; a refusal, thrown or met by an `attempt` in it, is the answer. */
export async function refusalOf(work: () => Promise<unknown>): Promise<Refused | undefined> {
  let met: unknown
  let isRefused = false
  const hear = (thrown: unknown) => {
    met = thrown
    isRefused = true
  }
  const outer = hearer
  let working: Promise<unknown>
  // Attempts take note of their hearer when they begin, which is before the first answer comes.
  hearer = hear
  try {
    working = work()
  } catch (thrown) {
    hear(thrown)
    working = Promise.resolve()
  } finally {
    hearer = outer
  }
  await working.catch(hear)
  return isRefused ? { text: sentence(met), isFinal: isFinal(met) } : undefined
}

function isFinal(thrown: unknown): boolean {
  return thrown instanceof Refusal && ['invalid', 'too_long', 'not_found', 'conflict'].includes(thrown.error.code)
}

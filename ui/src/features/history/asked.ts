// The moment with which the history is to compare when it opens next.

/** A moment by the last step that it includes. */
export interface Moment {
  seq: number
  name: string
}

let asked: Moment | undefined

/** Asks the history to compare with a moment when it opens. */
export function compareWith(moment: Moment): void {
  asked = moment
}

/** The moment that was asked for, once. */
export function takeAsked(): Moment | undefined {
  const moment = asked
  asked = undefined
  return moment
}

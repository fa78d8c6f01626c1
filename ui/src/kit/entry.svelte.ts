// A line to write one more of something: Enter gives it away and waits for the next, however fast one types.

import { Draft } from './draft.svelte'
import { notify } from './notices.svelte'
import { refusalOf } from './refusal'

export class Entry {
  /** Why the last line was refused; it is in the field again. */
  refused = $state<string>()
  /** The field is gone: what is refused now is said by a notice. */
  isGone = false
  #draft: Draft
  #busy = Promise.resolve()
  #give: (texts: string[]) => Promise<unknown>

  /** `give` takes what was written; a refusal, or nothing as its answer, brings the texts back. `name` is where the draft is kept. */
  constructor(give: (texts: string[]) => Promise<unknown>, name: () => string | undefined = () => undefined) {
    this.#give = give
    this.#draft = new Draft(name)
  }

  get text(): string {
    return this.#draft.text
  }

  set text(text: string) {
    this.#draft.text = text
    this.refused = undefined
  }

  /** Gives away what is in the field, or other lines; in the order in which it was asked. */
  submit(texts: string[] = [this.text]): Promise<void> {
    const all = texts.map((one) => one.trim()).filter(Boolean)
    if (all.length === 0) return this.#busy
    const written = this.text
    this.text = ''
    this.#busy = this.#busy.then(async () => {
      let answer: unknown
      const refused = await refusalOf(async () => (answer = await this.#give(all)))
      if (!refused && answer !== undefined) return
      // What was refused goes back, before what has been written since.
      this.text = [texts.length > 1 ? all.join(' ') : written, this.text].filter(Boolean).join(' ')
      this.refused = refused?.text
      if (refused && this.isGone) notify(refused.text, { bad: true })
    })
    return this.#busy
  }
}

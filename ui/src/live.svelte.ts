// What the core computes from a workshop, read again after every change; one request at a time.

import { attempt } from './app.svelte'
import { call } from './ipc/client'
import type { IpcError } from './ipc/client'
import { open } from './workshop.svelte'

type Answer<T> = Promise<{ status: 'ok'; data: T } | { status: 'error'; error: IpcError }>

export class Live<T> {
  /** The last answer; undefined until there is one, and while no workshop is open. */
  value = $state.raw<T>()
  #read: (workshopId: string) => Answer<T>
  #running = false
  #again = false

  constructor(read: (workshopId: string) => Answer<T>) {
    this.#read = read
  }

  /** Follows the open workshop; call while a component is being made. */
  follow(): void {
    $effect(() => {
      const workshop = open()
      if (!workshop) this.value = undefined
      else if (workshop.revision >= 0) void this.#refresh(workshop.id)
    })
  }

  /** Reads again what no patch tells of. */
  async read(): Promise<void> {
    const id = open()?.id
    if (id !== undefined) await this.#refresh(id)
  }

  async #refresh(id: string): Promise<void> {
    if (this.#running) {
      this.#again = true
      return
    }
    this.#running = true
    const answer = await attempt(() => call(this.#read(id)))
    this.#running = false
    const now = open()?.id
    if (answer !== undefined && now === id) this.value = answer
    if (this.#again || (now !== undefined && now !== id)) {
      this.#again = false
      if (now !== undefined) await this.#refresh(now)
    }
  }
}

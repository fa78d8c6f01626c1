// What is being imported: read on the other side, looked at and corrected here, taken over as one step.

import { attempt, enter, go } from '../../app.svelte'
import { call, commands, commit, onFile } from '../../ipc/client'
import type { Entry, ImportSource, ImportView, Language, Mapping } from '../../ipc/client'
import { notify } from '../../kit/notices.svelte'
import { t } from '../../messages.svelte'
import { open } from '../../workshop.svelte'
import { compareWith } from '../history/asked'
import { unsealed } from './sealing.svelte'

/** What is looked at, and what was corrected in it. */
export class Importing {
  view = $state.raw<ImportView>() as ImportView
  /** It is imported and not merged. */
  isApart = $state(false)
  title = $state('')
  language = $state<Language>('fr')
  /** Corrected entries by key. */
  corrected = $state.raw<ReadonlyMap<string, Entry>>(new Map())

  constructor(view: ImportView) {
    this.take(view)
  }

  readonly entries: Entry[] = $derived.by(() =>
    this.view.entries.map((entry) => this.corrected.get(entry.key) ?? entry),
  )
  readonly taken = $derived(
    this.view.kind === 'archive'
      ? this.view.differences.reduce((sum, list) => sum + list.added, 0)
      : this.entries.filter((entry) => entry.is_taken).length,
  )

  /** Shows a new reading of the same source. */
  take(view: ImportView): void {
    this.view = view
    this.title = view.title
    this.language = view.language
    this.corrected = new Map()
  }

  /** Changes entries; all at once, so that a click on "none" is one change. */
  correct(keys: readonly string[], change: Partial<Entry>): void {
    const wanted = new Set(keys)
    const next = new Map(this.corrected)
    for (const entry of this.entries) if (wanted.has(entry.key)) next.set(entry.key, { ...entry, ...change })
    this.corrected = next
  }

  /** Reads the tables again with other columns. */
  async map(mappings: Mapping[]): Promise<void> {
    const view = await attempt(() => call(commands.importMap(this.view.id, mappings)))
    if (!view) return
    const { title, language } = this
    this.take(view)
    this.title = title
    this.language = language
  }

  /** Takes everything over, opens the workshop and says what came. */
  async accept(): Promise<void> {
    const left = this.entries.length - this.entries.filter((entry) => entry.is_taken).length
    const id = await attempt(() =>
      commit(
        commands.importTake(this.view.id, this.title.trim() || t('import-untitled'), this.language, [
          ...this.corrected.values(),
        ]),
      ),
    )
    if (!id) return
    importing = undefined
    if (!this.view.into) await enter(id.workshop_id)
    notify(t('import-done', { count: this.taken, left }))
  }

  /** Merges the shared workshop that was read, or makes it; opens it and says what came. */
  async receive(): Promise<void> {
    const done = await attempt(() => call(commands.importReceive(this.view.id)))
    if (!done) return
    importing = undefined
    const { from: name, changes, conflicts } = done
    await enter(done.workshop_id)
    const look = done.is_new || changes === 0 ? {} : await this.#before(done.workshop_id, name)
    // A change of screen ends what was said before it.
    if (conflicts > 0) go('sharing')
    if (done.is_new) notify(t('receive-made', { name }))
    else if (changes === 0) notify(t('receive-nothing-new'))
    else notify(t('receive-merged', { name, changes, conflicts }), look)
  }

  /** The way to what a merge changed: before and after. */
  async #before(id: string, name: string): Promise<Parameters<typeof notify>[1]> {
    const [merge] = (await attempt(() => call(commands.history(id, null, 1)))) ?? []
    if (!merge) return {}
    const run = (): void => {
      compareWith({ seq: merge.seq - 1, name: t('receive-before', { name }) })
      go('history')
    }
    return { action: { label: t('receive-look'), run } }
  }

  /** Looks at the shared workshop as at any other file: a workshop beside the one that is shared. */
  takeApart(): void {
    this.isApart = true
    if (this.view.into) void read({ kind: 'again' }, null)
  }

  /** Keeps the template that was read among the user's own. */
  async keepTemplate(): Promise<void> {
    const { id, title } = this.view
    await attempt(
      () => call(commands.importKeepTemplate(id)),
      () => {
        importing = undefined
        notify(t('template-kept', { title }))
      },
    )
  }
}

let importing = $state.raw<Importing>()
let isReading = $state(false)
let isStarting = $state(false)
let hovers = $state(false)

/** The import that is looked at. */
export function current(): Importing | undefined {
  return importing
}

/** Whether a source is being read. */
export function reading(): boolean {
  return isReading
}

/** Whether the choice of a source is shown. */
export function starting(): boolean {
  return isStarting
}

/** Whether a file is held over the window. */
export function hovering(): boolean {
  return hovers
}

/** Shows or hides the choice of a source. */
export function start(shown = true): void {
  isStarting = shown
}

/** Reads a source for the open workshop, or for a new one where none is open. */
export async function read(source: ImportSource, into: string | null = open()?.id ?? null): Promise<void> {
  isReading = true
  await attempt(() =>
    unsealed(
      () => call(commands.importRead(source, into)),
      (passphrase) => call(commands.importRead({ kind: 'sealed', passphrase }, into)),
      (view) => view && show(view, source, into),
    ),
  )
  isReading = false
}

async function show(view: ImportView, source: ImportSource, into: string | null): Promise<void> {
  isStarting = false
  // A template begins a workshop; it joins the open one only where that is asked for.
  if (view.is_template && into && source.kind !== 'again') return read({ kind: 'again' }, null)
  if (importing && source.kind === 'again') importing.take(view)
  else importing = new Importing(view)
}

/** Leaves the import; nothing was changed. */
export async function leave(): Promise<void> {
  importing = undefined
  isReading = false
  await attempt(() => call(commands.importCancel()))
}

/** Follows files that are dropped on the window or opened with the program; call once. */
export function followFiles(): void {
  void onFile({ hover: (isOver) => (hovers = isOver), offered: () => void read({ kind: 'offered' }) })
  void attempt(
    () => call(commands.importOffered()),
    (name) => {
      if (name) void read({ kind: 'offered' })
    },
  )
}

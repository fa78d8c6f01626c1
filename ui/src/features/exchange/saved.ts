// What is said after a file was saved, with the ways to it.

import { attempt } from '../../app.svelte'
import { call, commands } from '../../ipc/client'
import type { DocumentSaved } from '../../ipc/client'
import { notify } from '../../kit/notices.svelte'
import { t } from '../../messages.svelte'

/** Says where a file was saved; documents are opened from there, data are shown in their folder. */
export function saySaved(path: string): void {
  const action = /\.(pdf|docx)$/.test(path)
    ? { label: t('action-open'), run: () => void attempt(() => call(commands.savedOpen())) }
    : { label: t('export-reveal'), run: () => void attempt(() => call(commands.savedReveal())) }
  notify(t('document-saved', { path }), { action })
}

/** Says where a document was saved, in how many files, and what could not be printed. */
export function sayDocument(saved: DocumentSaved): void {
  if (saved.files > 1)
    notify(t('document-saved-pages', { count: saved.files, path: saved.path }), {
      action: { label: t('export-reveal'), run: () => void attempt(() => call(commands.savedReveal())) },
    })
  else saySaved(saved.path)
  if (saved.unprintable) notify(t('document-unprintable', { characters: saved.unprintable }))
}

// What is said after a file was saved, with the ways to it.

import { attempt } from '../../app.svelte'
import { call, commands } from '../../ipc/client'
import { notify } from '../../kit/notices.svelte'
import { t } from '../../messages.svelte'

/** Says where a file was saved; PDFs are opened from there, data are shown in their folder. */
export function saySaved(path: string): void {
  const action = path.endsWith('.pdf')
    ? { label: t('action-open'), run: () => void attempt(() => call(commands.savedOpen())) }
    : { label: t('export-reveal'), run: () => void attempt(() => call(commands.savedReveal())) }
  notify(t('document-saved', { path }), { action })
}

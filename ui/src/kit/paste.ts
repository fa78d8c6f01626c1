// A paste that is longer than its field may hold is refused with a message; browsers would cut it silently.

import { notify } from './notices.svelte'
import { t } from '../messages.svelte'

/** Refuses a paste that does not fit; listen with it once, on the window, in the capture phase. */
export function refuseLongPaste(event: ClipboardEvent): void {
  const field = event.target
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.maxLength < 0) return
  const text = event.clipboardData?.getData('text/plain') ?? ''
  // Such a field makes one entry of each pasted line; each is measured on its own.
  const parts = field.dataset.splits === undefined ? [text] : text.split(/\r?\n/)
  const kept = parts.length > 1 ? 0 : field.value.length - ((field.selectionEnd ?? 0) - (field.selectionStart ?? 0))
  if (parts.every((part) => kept + part.length <= field.maxLength)) return
  event.preventDefault()
  event.stopPropagation()
  const name = field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent?.trim() ?? ''
  notify(t('error-too-long', { field: name, limit: field.maxLength }), { bad: true })
}

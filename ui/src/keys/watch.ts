// What every key passes before a card, a cell or the table of shortcuts hears of it.

import type { Attachment } from 'svelte/attachments'
import { holdFocus, isText } from '../kit/focus'
import { notify } from '../kit/notices.svelte'
import { t } from '../messages.svelte'
import { TypingGuard } from './guard'
import { keysOf, press } from './shortcuts.svelte'
import { noteBeforeInput, noteInput, stepInText } from './textundo'

const BACK = 'Ctrl+Z'
const FORWARD = ['Ctrl+Shift+Z', 'Ctrl+Y']

/** Watches the keys of the window; attach it to the body, once. */
export const watchKeys: Attachment<HTMLElement> = (body) => {
  const guard = new TypingGuard()

  const keydown = (event: KeyboardEvent) => {
    const hasFallen = guard.hasFallen
    if (guard.catches(event, event.target)) {
      stop(event)
      if (hasFallen) notify(t('keys-held'))
      return
    }
    const keys = keysOf(event)
    if (!isText(event.target) || (keys !== BACK && !FORWARD.includes(keys))) return
    stop(event)
    // In a dialog only what is written there can be taken back: a step would change what is behind it.
    if (!stepInText(event.target, keys === BACK ? 'back' : 'forward') && !event.target.closest('dialog')) press(event)
  }
  const chosen = () => guard.chosen()
  // The web view’s own menu (back, reload) is none of ours; in a text it pastes and corrects.
  const menu = (event: Event) => {
    if (!isText(event.target)) event.preventDefault()
  }

  // Before the keys: who lost the focus is known when the next key comes.
  const release = holdFocus(
    () => body.querySelector('main'),
    (from) => {
      if (isText(from) && !from.isConnected) guard.fell()
    },
  )
  window.addEventListener('keydown', keydown, true)
  window.addEventListener('pointerdown', chosen, true)
  window.addEventListener('contextmenu', menu)
  window.addEventListener('beforeinput', noteBeforeInput, true)
  window.addEventListener('input', noteInput, true)
  return () => {
    release()
    window.removeEventListener('keydown', keydown, true)
    window.removeEventListener('pointerdown', chosen, true)
    window.removeEventListener('contextmenu', menu)
    window.removeEventListener('beforeinput', noteBeforeInput, true)
    window.removeEventListener('input', noteInput, true)
  }
}

function stop(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

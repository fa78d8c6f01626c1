// Whether the help is looked at, and on which page it opens.

import type { Shortcut } from '../../keys/shortcuts.svelte'
import { PAGES, type PageName } from './guide'

let page = $state<PageName>()

/** The page that the help opens on; `undefined` while it is not shown. */
export function helpShown(): PageName | undefined {
  return page
}

/** Shows the help on the page of a screen; Home's where it has none. */
export function showHelp(screen: string): void {
  page = PAGES.find((name) => name === screen) ?? 'home'
}

/** Leaves the help. */
export function hideHelp(): void {
  page = undefined
}

/** The key of the help; `screen` tells what is shown when it is pressed. */
export function helpKeys(screen: () => string): Shortcut[] {
  return [
    {
      keys: 'F1',
      label: 'help-title',
      group: 'shortcuts-everywhere',
      whileTyping: true,
      run: () => showHelp(screen()),
    },
  ]
}

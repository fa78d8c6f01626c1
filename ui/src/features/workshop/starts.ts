// What a workshop can start from, as the gallery shows it.

import type { OwnTemplate, TemplateOutline } from '../../ipc/client'

/** A built-in start, or one of the user's own templates. */
export type Start = TemplateOutline | OwnTemplate

/** Whether somebody made it of a workshop. */
export function isOwn(start: Start): start is OwnTemplate {
  return 'language' in start
}

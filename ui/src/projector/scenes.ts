// The pictures that the room can be shown, in the order of a session, and the menu that chooses one.

import { SCENES } from '../ipc/client'
import type { MenuEntry } from '../kit/Menu.svelte'
import { t } from '../messages.svelte'
import { project, projected } from './control.svelte'

/** What a menu offers for the room of a workshop. */
export function sceneEntries(workshopId: string): MenuEntry[] {
  const now = projected()
  const mark = (isOn: boolean) => (isOn ? '✓ ' : '')
  return [
    ...SCENES.map((scene, index) => ({
      label: `${mark(now.scene === scene)}${t(`projector-scene-${scene}`)}`,
      run: () => void project({ workshop_id: workshopId, scene, page: null, follows: false }),
      rule: index === 0,
    })),
    {
      label: `${mark(now.follows)}${t('projector-follows')}`,
      run: () => void project({ follows: !now.follows }),
      rule: true,
    },
    { label: `${mark(now.is_frozen)}${t('projector-freeze')}`, run: () => void project({ is_frozen: !now.is_frozen }) },
    { label: `${mark(now.is_blank)}${t('projector-blank')}`, run: () => void project({ is_blank: !now.is_blank }) },
  ]
}

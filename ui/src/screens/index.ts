// The screens of an open workshop, in the order of the navigation; the frame shows what is listed here.

import type { Component } from 'svelte'
import { percent, tally } from '../features/contracts/tally'
import type { IconName } from '../kit/Icon.svelte'
import { conflicts } from '../features/sharing/conflicts.svelte'
import { openCount } from '../features/radar/radar.svelte'
import { t } from '../messages.svelte'
import type { OpenWorkshop } from '../workshop.svelte'

/** What a screen is called: `nav-{name}` is its message and test id. */
export type ScreenName =
  | 'roles'
  | 'board'
  | 'raci'
  | 'sequence'
  | 'contracts'
  | 'radar'
  | 'meetings'
  | 'live'
  | 'documents'
  | 'history'
  | 'sharing'

export interface Screen {
  name: ScreenName
  icon: IconName
  /** Screens of a group stand together in the navigation. */
  group: 1 | 2 | 3
  load: () => Promise<{ default: Component }>
  /** A short figure beside the name. */
  figure?: (workshop: OpenWorkshop) => string
}

export const screens: Screen[] = [
  {
    name: 'roles',
    icon: 'roles',
    group: 1,
    load: () => import('./Roles.svelte'),
    figure: (workshop) => String(workshop.table('role').size),
  },
  {
    name: 'board',
    icon: 'board',
    group: 1,
    load: () => import('./Board.svelte'),
    figure: (workshop) => String(workshop.table('task').size),
  },
  { name: 'raci', icon: 'raci', group: 1, load: () => import('./Raci.svelte') },
  { name: 'sequence', icon: 'sequence', group: 1, load: () => import('./Sequence.svelte') },
  {
    name: 'contracts',
    icon: 'contracts',
    group: 1,
    load: () => import('./Contracts.svelte'),
    figure: (workshop) => {
      const score = percent(tally(workshop.table('contract').values()))
      return score === undefined ? '' : t('contracts-percent', { percent: score })
    },
  },
  {
    name: 'radar',
    icon: 'radar',
    group: 1,
    load: () => import('./Radar.svelte'),
    figure: () => String(openCount()),
  },
  {
    name: 'meetings',
    icon: 'meetings',
    group: 3,
    load: () => import('./Meetings.svelte'),
    figure: (workshop) =>
      String([...workshop.table('meeting').values()].filter((meeting) => !meeting.is_template).length),
  },
  { name: 'live', icon: 'live', group: 3, load: () => import('./Live.svelte') },
  { name: 'documents', icon: 'documents', group: 3, load: () => import('./Documents.svelte') },
  { name: 'history', icon: 'history', group: 3, load: () => import('./History.svelte') },
  {
    name: 'sharing',
    icon: 'sharing',
    group: 3,
    load: () => import('./Sharing.svelte'),
    figure: () => (conflicts().length ? String(conflicts().length) : ''),
  },
]

/** The keys that lead to a screen: Ctrl with its place in the navigation; those after the ninth have none, 0 is the usual size. */
export function screenKeys(name: ScreenName): string {
  const at = screens.findIndex((screen) => screen.name === name)
  return at < 0 || at > 8 ? '' : `Ctrl+${at + 1}`
}

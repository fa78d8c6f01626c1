// Words for copies of the library.

import type { BackupEntry } from '../../ipc/client'
import { t } from '../../messages.svelte'

/** What a copy holds, in a few words. */
export function held(copy: BackupEntry): string {
  if (!copy.contents) return t('backup-unreadable')
  const titles = copy.contents.workshops.map((workshop) => workshop.title)
  const most = titles.slice(0, 3).join(', ')
  return titles.length === 0
    ? t('backup-workshops', { count: 0 })
    : titles.length > 3
      ? t('backup-and-more', { titles: most, count: titles.length - 3 })
      : most
}

/** How many tasks a copy has more or fewer than the one before it; empty when it has as many. */
export function since(copy: BackupEntry, older: BackupEntry | undefined): string {
  const tasks = (of: BackupEntry) => (of.contents?.workshops ?? []).reduce((sum, workshop) => sum + workshop.tasks, 0)
  if (!copy.contents || !older?.contents) return ''
  const [workshops, more] = [
    copy.contents.workshops.length - older.contents.workshops.length,
    tasks(copy) - tasks(older),
  ]
  const parts = [
    workshops === 0 ? '' : t('backup-more-workshops', { count: Math.abs(workshops), sign: workshops > 0 ? '+' : '−' }),
    more === 0 ? '' : t('backup-more-tasks', { count: Math.abs(more), sign: more > 0 ? '+' : '−' }),
  ]
  return parts.filter(Boolean).join(', ')
}

/** A size in kilobytes or megabytes. */
export function size(bytes: number): string {
  return bytes < 1_000_000
    ? t('size-kilobytes', { size: Math.max(1, Math.round(bytes / 1_000)) })
    : t('size-megabytes', { size: Math.round(bytes / 100_000) / 10 })
}

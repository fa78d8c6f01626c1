import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { commit, noteApplied, onMissed } from './client'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const receipt = (revision: number) => Promise.resolve({ status: 'ok' as const, data: { value: 'kept', revision } })

it('a commit is over when this window shows it', async () => {
  const read = vi.fn(() => Promise.resolve())
  onMissed(read)
  const done = commit(receipt(1))
  await vi.advanceTimersByTimeAsync(100)
  noteApplied(1)
  expect(await done).toBe('kept')
  expect(read).not.toHaveBeenCalled()
})

it('a change that is never announced is read, and the commit is over all the same', async () => {
  const read = vi.fn(() => Promise.reject(new Error('cannot read either')))
  onMissed(read)
  const done = commit(receipt(2))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await done).toBe('kept')
  expect(read).toHaveBeenCalledOnce()
})

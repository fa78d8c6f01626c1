import { beforeEach, describe, expect, it } from 'vitest'
import { speak } from '../messages.svelte'
import { notices } from './notices.svelte'
import { refuseLongPaste } from './paste'

function paste(field: HTMLInputElement, text: string): { prevented: boolean } {
  const event = new Event('paste', { cancelable: true }) as ClipboardEvent
  Object.defineProperty(event, 'target', { value: field })
  Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } })
  refuseLongPaste(event)
  return { prevented: event.defaultPrevented }
}

function field(limit?: number): HTMLInputElement {
  const made = document.createElement('input')
  if (limit !== undefined) made.maxLength = limit
  made.setAttribute('aria-label', 'Besoin')
  return made
}

describe('pasting', () => {
  beforeEach(async () => speak('en'))

  it('refuses what does not fit, with the limit, and leaves the field alone', () => {
    expect(paste(field(1000), 'x'.repeat(100_000)).prevented).toBe(true)
    expect(notices().at(-1)?.text).toContain('1,000')
    expect(notices().at(-1)?.bad).toBe(true)
  })

  it('counts what stands there already', () => {
    const made = field(10)
    made.value = '123456'
    expect(paste(made, '7890').prevented).toBe(false)
    expect(paste(made, '78901').prevented).toBe(true)
  })

  it('measures each line where lines become entries, and lets fields without a limit be', () => {
    const made = field(5)
    made.dataset.splits = ''
    expect(paste(made, 'abcde\nfghij').prevented).toBe(false)
    expect(paste(made, 'abcde\nfghijk').prevented).toBe(true)
    expect(paste(field(), 'x'.repeat(100_000)).prevented).toBe(false)
  })
})

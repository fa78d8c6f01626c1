import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { attempt } from '../app.svelte'
import { Refusal } from '../ipc/client'
import { notices } from './notices.svelte'
import EditText from './EditText.svelte'
import { kept } from './draft.svelte'
import { flush, settle } from './typing.svelte'

/** A field on a store of one text, which trims and refuses as the real one does. */
class Stored {
  value = $state('Intégration')
  refuses = $state<'invalid' | 'disk_full'>()
  saves: string[] = []
  save = (text: string) =>
    attempt(() => {
      if (this.refuses === 'invalid') throw new Refusal({ code: 'invalid', field: 'title', rule: 'empty', detail: '' })
      if (this.refuses) throw new Refusal({ code: this.refuses })
      this.saves.push(text)
      this.value = text.trimEnd()
      return Promise.resolve(true)
    })
}

describe('a text that saves itself', () => {
  let stored: Stored
  let made: ReturnType<typeof mount> | undefined
  let field: HTMLTextAreaElement

  function show(multiline = true): void {
    const props = {
      get value() {
        return stored.value
      },
      label: 'Titre',
      onsave: stored.save,
      multiline,
      draft: 'here',
    }
    made = mount(EditText, { target: document.body, props })
    flushSync()
    field = document.querySelector<HTMLTextAreaElement>('textarea, input') as HTMLTextAreaElement
  }

  function type(text: string): void {
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
    flushSync()
  }

  async function pass(milliseconds: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(milliseconds)
    flushSync()
  }

  beforeEach(() => {
    vi.useFakeTimers()
    localStorage.clear()
    stored = new Stored()
    show()
    field.focus()
  })
  afterEach(async () => {
    if (made) await unmount(made)
    made = undefined
    vi.useRealTimers()
  })

  it('keeps spaces and line breaks through a pause', async () => {
    type('Ligne 1\n ')
    await pass(3000)
    expect(stored.value).toBe('Ligne 1')
    expect(field.value).toBe('Ligne 1\n ')
    type('Ligne 1\n - point a')
    await pass(3000)
    field.blur()
    await pass(10)
    expect(stored.value).toBe('Ligne 1\n - point a')
  })

  it('loses at most a second of somebody who does not pause', async () => {
    let text = ''
    for (let i = 0; i < 60; i += 1) {
      text += 'x'
      type(text)
      await pass(83)
      expect(text.length - (stored.saves.at(-1)?.length ?? 0)).toBeLessThanOrEqual(12)
    }
  })

  it('is never overwritten while it is edited, and shows the store’s text once that is asked', async () => {
    type('Le mien ')
    await pass(1000)
    stored.value = 'Celui d’un autre'
    flushSync()
    expect(field.value).toBe('Le mien ')
    settle()
    flushSync()
    expect(field.value).toBe('Celui d’un autre')
  })

  it('marks what is refused, keeps it, and tries again', async () => {
    stored.refuses = 'disk_full'
    type('Pas encore écrit')
    await pass(1000)
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.querySelector('[role=alert]')?.textContent).toBeTruthy()
    expect(notices()).toHaveLength(0)
    expect(kept('here')).toBe('Pas encore écrit')
    stored.refuses = undefined
    await pass(6000)
    expect(stored.value).toBe('Pas encore écrit')
    expect(field.getAttribute('aria-invalid')).toBe('false')
    expect(kept('here')).toBeUndefined()
  })

  it('does not fill an emptied title under the cursor, only once it is left', async () => {
    stored.refuses = 'invalid'
    type('')
    await pass(3000)
    expect(field.value).toBe('')
    field.blur()
    await pass(10)
    expect(field.value).toBe('Intégration')
    expect(field.getAttribute('aria-invalid')).toBe('false')
  })

  it('waits for what is typed when asked, and after a crash finds it again', async () => {
    type('Avant d’annuler')
    await flush()
    expect(stored.value).toBe('Avant d’annuler')
    type('Avant la panne')
    // The page goes without a chance to save: only what is outside it is left.
    const left = kept('here')
    if (made) await unmount(made)
    stored = new Stored()
    localStorage.setItem('draft here', `${Date.now()} ${left ?? ''}`)
    show()
    await pass(10)
    expect(stored.value).toBe('Avant la panne')
  })
})

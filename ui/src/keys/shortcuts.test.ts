import { describe, expect, it, vi } from 'vitest'
import { addShortcuts, keysOf, press } from './shortcuts.svelte'

const key = (name: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key: name, cancelable: true, ...more })

describe('shortcuts', () => {
  it('are written as they are pressed', () => {
    expect(keysOf(key('z', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+Z')
    expect(keysOf(key('?', { shiftKey: true }))).toBe('?')
    expect(keysOf(key('F10', { shiftKey: true }))).toBe('Shift+F10')
  })

  it('run the last one added, until it is taken away', () => {
    const [first, last] = [vi.fn(), vi.fn()]
    addShortcuts([{ keys: 'N', label: 'shortcuts-title', group: 'shortcuts-title', run: first }])
    const remove = addShortcuts([{ keys: 'N', label: 'shortcuts-title', group: 'shortcuts-title', run: last }])
    expect(press(key('n'))).toBe(true)
    remove()
    press(key('n'))
    expect([first.mock.calls.length, last.mock.calls.length]).toEqual([1, 1])
  })

  it('leave text fields alone', () => {
    const run = vi.fn()
    addShortcuts([{ keys: 'X', label: 'shortcuts-title', group: 'shortcuts-title', run }])
    const field = document.createElement('input')
    document.body.append(field)
    let handled = true
    field.addEventListener('keydown', (event) => (handled = press(event)))
    field.dispatchEvent(key('x', { bubbles: true }))
    expect([handled, run.mock.calls.length]).toEqual([false, 0])
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { LINGERS, TypingGuard } from './guard'

const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

describe('a plain key', () => {
  let clock = 0
  let guard: TypingGuard
  const field = document.createElement('input')
  const card = document.createElement('div')
  const box = Object.assign(document.createElement('input'), { type: 'checkbox' })

  beforeEach(() => {
    clock = 10_000
    guard = new TypingGuard(() => clock)
  })

  it('is a command where nothing was typed', () => {
    expect(guard.catches(key('d'), card)).toBe(false)
    expect(guard.catches(key('d'), box)).toBe(false)
  })

  it('is a letter right after typing, and while one goes on', () => {
    guard.catches(key('a'), field)
    for (let i = 0; i < 30; i += 1) {
      clock += 83
      expect(guard.catches(key('p'), card)).toBe(true)
    }
    clock += LINGERS
    expect(guard.catches(key('p'), card)).toBe(false)
  })

  it('is a letter after Enter, where the next line is written', () => {
    guard.catches(key('Enter'), field)
    clock += 500
    expect(guard.catches(key('Delete'), card)).toBe(true)
    expect(guard.catches(key(' '), card)).toBe(true)
    expect(guard.catches(key('?'), card)).toBe(true)
  })

  it('is a command after Escape, Tab, an arrow, a click or a command with Ctrl', () => {
    for (const name of ['Escape', 'Tab']) {
      guard.catches(key('a'), field)
      guard.catches(key(name), field)
      expect(guard.catches(key('d'), card)).toBe(false)
    }
    for (const press of [key('ArrowDown'), key('k', { ctrlKey: true }), key('F5')]) {
      guard.catches(key('a'), field)
      expect(guard.catches(press, card)).toBe(false)
      expect(guard.catches(key('d'), card)).toBe(false)
    }
    guard.catches(key('a'), field)
    guard.chosen()
    expect(guard.catches(key('d'), card)).toBe(false)
  })

  it('stays a letter, however late, when the text went from under the hands', () => {
    guard.catches(key('Enter'), field)
    guard.fell()
    clock += 60_000
    expect(guard.catches(key('t'), card)).toBe(true)
    expect(guard.catches(key('Escape'), card)).toBe(false)
    expect(guard.catches(key('t'), card)).toBe(false)
  })

  it('is a command again when the text was closed by choice', () => {
    guard.catches(key('a'), field)
    guard.catches(key('Escape'), field)
    guard.fell()
    expect(guard.catches(key('t'), card)).toBe(false)
  })

  it('is a letter with AltGr, whatever the system calls that', () => {
    const at = key('@', { ctrlKey: true, altKey: true, getModifierState: (name) => name === 'AltGraph' })
    guard.catches(key('a'), field)
    expect(guard.catches(at, card)).toBe(true)
    expect(guard.catches(key('b'), card)).toBe(true)
  })

  it('is never held back in a text, and Shift alone changes nothing', () => {
    guard.catches(key('a'), field)
    guard.fell()
    expect(guard.catches(key('Shift'), card)).toBe(false)
    expect(guard.catches(key('T'), card)).toBe(true)
    expect(guard.catches(key('T'), field)).toBe(false)
  })
})

import { expect, test } from 'vitest'
import { fold } from '../../kit/fold'
import { screens } from '../../screens'
import { guide, keysIn, PAGES, search, type Page } from './guide'

const plain = (keys: string) => keys
const languages = ['fr', 'en'] as const
const [french, english] = (await Promise.all(languages.map(guide))) as [Page[], Page[]]
const messages = import.meta.glob<string>('../../../../src-tauri/messages/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const code = Object.entries(
  import.meta.glob<string>(['../../**/*.svelte', '../../**/*.ts', '!../../**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)
  .map(([, text]) => text)
  .join('\n')

test('every screen has a page, and every page is written in both languages', () => {
  for (const screen of screens) expect(PAGES).toContain(screen.name)
  const files = Object.keys(import.meta.glob('../../../../src-tauri/messages/help/*/*.md'))
  expect(files.length).toBe(2 * PAGES.length)
  for (const pages of [french, english])
    for (const page of pages) expect(page.body.length, page.name).toBeGreaterThan(100)
})

test('both languages name the same keys, and the same number of sections', () => {
  for (const [at, page] of french.entries()) {
    const other = english[at]
    expect(keysIn(page.body).toSorted(), page.name).toEqual(keysIn(other?.body ?? '').toSorted())
    expect(page.body.match(/^## /gm)?.length, page.name).toBe(other?.body.match(/^## /gm)?.length)
  }
})

test('every key that is named is one that the program knows', () => {
  for (const keys of english.flatMap((page) => keysIn(page.body))) {
    const isAlone = !/.\+./.test(keys)
    const isKnown =
      code.includes(`keys: '${keys}'`) ||
      // Cards and cells answer some keys themselves; only the table knows keys with Ctrl.
      (isAlone && (code.includes(`'${keys}'`) || code.includes(`'${keys.toLowerCase()}'`))) ||
      (keys === 'Space' && code.includes("' '")) ||
      /^(Ctrl\+)?[1-9]$/.test(keys)
    expect(isKnown, keys).toBe(true)
  }
})

test('every name of something on the screen is written there so', () => {
  for (const [language, pages] of [
    ['fr', french],
    ['en', english],
  ] as const) {
    const said = Object.entries(messages)
      .filter(([path]) => path.includes(`/${language}/`))
      .map(([, text]) => fold(text))
      .join('\n')
    for (const page of pages)
      for (const [, name = ''] of page.body.matchAll(/\*([^*\n]+)\*/g))
        expect(said.includes(`= ${fold(name)}`) || said.includes(`] ${fold(name)}`), `${page.name}: ${name}`).toBe(true)
  }
})

test('a page is found by words of its text, without accents, the one that is called so first', () => {
  const names = (query: string) => search(french, query, plain).map((found) => found.page.name)
  expect(names('')).toEqual([...PAGES])
  expect(names('REUNIONS')[0]).toBe('meetings')
  expect(names('chemin critique')).toEqual(['sequence'])
  expect(search(french, 'chemin critique', plain)[0]?.passage).toContain('chemin critique')
  expect(names('zzz')).toEqual([])
})

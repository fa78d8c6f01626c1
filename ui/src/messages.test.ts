import { expect, it } from 'vitest'

const sources = import.meta.glob<string>('../../src-tauri/messages/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
})

it('no message is written twice in a language: the second would take the place of the first', () => {
  const seen = new Map<string, string>()
  const twice: string[] = []
  for (const [path, source] of Object.entries(sources)) {
    const language = path.split('/').at(-2) ?? ''
    for (const [, key = ''] of source.matchAll(/^([a-z][a-z0-9-]*) =/gm)) {
      const name = `${language} ${key}`
      if (seen.has(name)) twice.push(`${name}: ${seen.get(name) ?? ''}, ${path}`)
      seen.set(name, path)
    }
  }
  expect(seen.size).toBeGreaterThan(500)
  expect(twice).toEqual([])
})

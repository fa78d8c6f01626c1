// Writes src/messages.keys.ts from the Fluent files: every key with the arguments that its text needs, so that the
// compiler refuses a key without a message and a text without its argument. It is made before each build and check,
// and never committed. `src-tauri/messages` tests that both languages have the same keys and arguments.

import { FluentResource } from '@fluent/bundle'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'

const folder = new URL('../src-tauri/messages/fr/', import.meta.url)
const target = new URL('src/messages.keys.ts', import.meta.url)

/** Names of the arguments that a pattern uses; messages that it refers to bring theirs. */
function args(pattern, messages, found = new Set()) {
  if (pattern === null || typeof pattern === 'string') return found
  if (Array.isArray(pattern)) {
    for (const part of pattern) args(part, messages, found)
    return found
  }
  switch (pattern.type) {
    case 'var':
      found.add(pattern.name)
      break
    case 'select':
      args(pattern.selector, messages, found)
      for (const variant of pattern.variants) args(variant.value, messages, found)
      break
    case 'func':
      for (const arg of pattern.args) args(arg.value ?? arg, messages, found)
      break
    case 'mesg':
      args(messages.get(pattern.name) ?? null, messages, found)
      break
  }
  return found
}

const messages = new Map()
for (const name of readdirSync(folder).sort()) {
  // The window does not load what only the command line says.
  if (!name.endsWith('.ftl') || name === 'command_line.ftl') continue
  for (const message of new FluentResource(readFileSync(new URL(name, folder), 'utf8')).body)
    messages.set(message.id, message.value)
}

const lines = [...messages]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, pattern]) => {
    const names = [...args(pattern, messages)].sort()
    return `  '${key}': ${names.length ? `{ ${names.map((name) => `'${name}': FluentVariable`).join('; ')} }` : 'unknown'}`
  })
const text = [
  '// Made by messages.keys.js from the Fluent files: do not edit.',
  '',
  "import type { FluentVariable } from '@fluent/bundle'",
  '',
  '/** Every message with what its text needs. */',
  'export interface Messages {',
  ...lines,
  '}',
  '',
].join('\n')

// An unchanged file is left alone, so that a watching build does not start again.
let before = ''
try {
  before = readFileSync(target, 'utf8')
} catch {
  // The first time.
}
if (before !== text) writeFileSync(target, text)

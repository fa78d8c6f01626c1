// The guide: a page a screen, found by its words.

import type { Language } from '../../ipc/client'
import { fold } from '../../kit/fold'

/** The pages in the order in which one meets them. */
export const PAGES = [
  'home',
  'roles',
  'board',
  'raci',
  'sequence',
  'contracts',
  'radar',
  'meetings',
  'live',
  'projector',
  'documents',
  'history',
  'sharing',
  'import',
  'safety',
  'settings',
] as const

export type PageName = (typeof PAGES)[number]

export interface Page {
  name: PageName
  title: string
  /** What stands below the title, in CommonMark. */
  body: string
}

/** A page that has what is looked for, and the first passage that does. */
export interface FoundPage {
  page: Page
  passage: string
}

const sources: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  fr: () => import('./guide.fr'),
  en: () => import('./guide.en'),
}

/** All pages in a language. */
export async function guide(language: Language): Promise<Page[]> {
  const texts = new Map(
    Object.entries((await sources[language]()).default).map(([path, text]) => [
      path.replace(/^.*\/(.*)\.md$/, '$1'),
      text,
    ]),
  )
  return PAGES.map((name) => {
    const [head = '', ...rest] = (texts.get(name) ?? '').split('\n')
    return { name, title: head.replace(/^# /, ''), body: rest.join('\n').trim() }
  })
}

/** Every key in a text, as the table of shortcuts writes it. */
export function keysIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, keys = '']) => keys)
}

/** A text with its keys as this system writes them. */
export function withKeys(text: string, shown: (keys: string) => string): string {
  return text.replaceAll(/`([^`]+)`/g, (_, keys: string) => `\`${shown(keys)}\``)
}

/** The pages that have every word, those whose title has one first; all of them while nothing is looked for. */
export function search(pages: readonly Page[], query: string, shown: (keys: string) => string): FoundPage[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return pages.map((page) => ({ page, passage: '' }))
  const found = pages.flatMap((page) => {
    const plain = withKeys(page.body, shown).replaceAll(/[`*]/g, '')
    const folded = fold(`${page.title}\n${plain}`)
    if (!words.every((word) => folded.includes(word))) return []
    const has = (line: string) => words.filter((word) => fold(line).includes(word)).length
    const lines = plain.split('\n').map((line) => line.replace(/^(#+|-) /, ''))
    const best = lines.reduce((best, line) => (has(line) > has(best) ? line : best), '')
    return [{ page, passage: best, isTitled: words.some((word) => fold(page.title).includes(word)) }]
  })
  return found.toSorted((a, b) => Number(b.isTitled) - Number(a.isTitled))
}

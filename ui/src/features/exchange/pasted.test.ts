import { expect, test } from 'vitest'
import { cells, pasted } from './pasted'

function table(html: string): HTMLTableElement {
  const found = new DOMParser().parseFromString(`<table>${html}</table>`, 'text/html').querySelector('table')
  if (!found) throw new Error('no table')
  return found
}

test('a pasted table keeps its lines, and its merged cells stay in their columns', () => {
  const merged = table(`
    <tr><th>Role</th><th>Skills</th><th>Who</th></tr>
    <tr><td rowspan="2">Treasurer</td><td>Counting<br>Patience</td><td>Ana</td></tr>
    <tr><td><ul><li>Say "no"</li></ul></td><td>Tom</td></tr>
    <tr><td colspan="2">Secretary</td><td>Eve</td></tr>`)
  expect(cells(merged)).toBe(
    'Role\tSkills\tWho\nTreasurer\t"Counting\nPatience"\tAna\nTreasurer\t"Say ""no"""\tTom\nSecretary\t\tEve',
  )
})

test('the form is read where it says something, and the words where it does not', () => {
  const clipboard = (html: string, plain: string) => ({
    getData: (kind: string) => (kind === 'text/html' ? html : plain),
  })
  const list = '<ul><li>One</li></ul>'
  expect(pasted(clipboard(list, 'One'))).toEqual({ shown: 'One', read: list })
  expect(pasted(clipboard('<span>One</span>', 'One'))).toEqual({ shown: 'One', read: 'One' })
  const two = '<table><tr><td>a</td><td>b</td></tr></table>'
  expect(pasted(clipboard(two, ''))).toEqual({ shown: 'a\tb', read: two })
})

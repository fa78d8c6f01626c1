import { expect, test } from 'vitest'
import { cells } from './pasted'

function table(html: string): HTMLTableElement {
  const found = new DOMParser().parseFromString(`<table>${html}</table>`, 'text/html').querySelector('table')
  if (!found) throw new Error('no table')
  return found
}

test('a pasted table keeps its lines, and its merged cells stay in their columns', () => {
  const pasted = table(`
    <tr><th>Role</th><th>Skills</th><th>Who</th></tr>
    <tr><td rowspan="2">Treasurer</td><td>Counting<br>Patience</td><td>Ana</td></tr>
    <tr><td><ul><li>Say "no"</li></ul></td><td>Tom</td></tr>
    <tr><td colspan="2">Secretary</td><td>Eve</td></tr>`)
  expect(cells(pasted)).toBe(
    'Role\tSkills\tWho\nTreasurer\t"Counting\nPatience"\tAna\nTreasurer\t"Say ""no"""\tTom\nSecretary\t\tEve',
  )
})

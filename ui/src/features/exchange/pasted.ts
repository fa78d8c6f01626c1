// What the clipboard holds, as the text that is read on the other side.

/** What was pasted: the words to show, and what is read of them. */
export type Pasted = { shown: string; read: string }

/** Elements that say more than the words alone: cells, items, headings, what is bold. */
const SAYS_MORE = 'table, li, h1, h2, h3, h4, h5, h6, dl, b, strong, [style*="mso-list"], input[type="checkbox"]'

/** The HTML of the clipboard where its form says something, else its text; what is shown can be changed by hand. */
export function pasted(data: Pick<DataTransfer, 'getData'>): Pasted {
  const html = data.getData('text/html')
  const page = html ? new DOMParser().parseFromString(html, 'text/html') : null
  const plain = data.getData('text/plain')
  if (!page?.querySelector(SAYS_MORE)) return { shown: plain, read: plain }
  const table = page.querySelector('table')
  const words = (page.body.textContent ?? '').trim()
  return { shown: plain || (table ? cells(table) : words), read: html }
}

/** Spans beyond this are no table that somebody pastes. */
const SPAN_MAX = 500

/** The cells of a table, with tabs between them; a cell over several rows says the same in each. */
export function cells(table: HTMLTableElement): string {
  const grid: string[][] = []
  ;[...table.rows].forEach((row, at) => {
    let column = 0
    for (const cell of row.cells) {
      while (grid[at]?.[column] !== undefined) column += 1
      const text = written(cell)
      for (let down = 0; down < Math.min(cell.rowSpan, SPAN_MAX, table.rows.length - at); down += 1) {
        const line = (grid[at + down] ??= [])
        for (let right = 0; right < Math.min(cell.colSpan, SPAN_MAX); right += 1)
          line[column + right] = right === 0 ? text : ''
      }
      column += Math.min(cell.colSpan, SPAN_MAX)
    }
  })
  return grid.map((row) => Array.from(row, (cell) => cell ?? '').join('\t')).join('\n')
}

/** The text of a cell. Lines and list items stay lines, so that they come in as entries of their own. */
function written(cell: Element): string {
  const copy = cell.cloneNode(true) as Element
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\n')
  for (const block of copy.querySelectorAll('p, li, div')) block.append('\n')
  const lines = (copy.textContent ?? '').split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  const text = lines.filter(Boolean).join('\n')
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

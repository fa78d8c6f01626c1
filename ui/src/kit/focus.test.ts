import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { focusFirst, holdFocus, isText, leaveField } from './focus'

let release: () => void
const fallen = vi.fn()
const find = (css: string) => document.querySelector(css) as HTMLElement
const turn = () => new Promise((done) => setTimeout(done, 5))

beforeEach(() => {
  fallen.mockClear()
  document.body.innerHTML = `<main tabindex="-1"><ul><li tabindex="0"><input id="in"><button>x</button></li></ul>
    <input id="out"></main>`
  release = holdFocus(() => find('main'), fallen)
})
afterEach(() => release())

it('when a field goes, what surrounded it has the focus, and it is told', async () => {
  find('#in').focus()
  find('#in').remove()
  await turn()
  expect(document.activeElement).toBe(find('li'))
  expect(fallen).toHaveBeenCalledOnce()
})

it('when everything around goes, the main part has the focus', async () => {
  find('#in').focus()
  find('ul').remove()
  await turn()
  expect(document.activeElement).toBe(find('main'))
})

it('a field is left for its row', () => {
  find('#in').focus()
  leaveField(find('#in'))
  expect(document.activeElement).toBe(find('li'))
})

it('what opens begins at its first field, not at its cross', () => {
  document.body.innerHTML = `<div id="a"><button id="close">×</button><p></p><button id="one">1</button></div>
    <div id="b"><button>×</button><select></select></div>`
  focusFirst(find('#a'), find('#close'))
  expect(document.activeElement).toBe(find('#one'))
  focusFirst(find('#b'), find('#b button'))
  expect(document.activeElement).toBe(find('select'))
})

it('a box to tick is no text', () => {
  document.body.innerHTML = '<input type="checkbox"><input type="number"><textarea></textarea>'
  expect([...document.body.children].map((one) => isText(one))).toEqual([false, true, true])
})

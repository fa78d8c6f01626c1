import { beforeEach, describe, expect, it } from 'vitest'
import { noteBeforeInput, noteInput, stepInText } from './textundo'

describe('Ctrl Z in a text that is only being written', () => {
  let field: HTMLInputElement
  let at = 0

  function write(text: string, pause = 80, kind = 'insertText'): void {
    for (const letter of text) {
      at += pause
      const event = (type: string) => {
        const made = new InputEvent(type, { inputType: kind, bubbles: true })
        Object.defineProperty(made, 'timeStamp', { value: at })
        return made
      }
      field.dispatchEvent(event('beforeinput'))
      field.value += letter
      field.dispatchEvent(event('input'))
    }
  }

  beforeEach(() => {
    document.body.innerHTML = '<input>'
    field = document.querySelector('input') as HTMLInputElement
    field.addEventListener('beforeinput', noteBeforeInput)
    field.addEventListener('input', noteInput)
  })

  it('goes back word by word and forward again', () => {
    write('Relire la charte')
    expect(stepInText(field, 'back')).toBe(true)
    expect(field.value).toBe('Relire la ')
    expect(stepInText(field, 'back')).toBe(true)
    expect(field.value).toBe('Relire ')
    expect(stepInText(field, 'forward')).toBe(true)
    expect(field.value).toBe('Relire la ')
    write('note')
    expect(stepInText(field, 'forward')).toBe(false)
    expect(field.value).toBe('Relire la note')
  })

  it('leaves the step to the workshop when nothing is left, and in a text that saves itself', () => {
    write('Oui')
    expect(stepInText(field, 'back')).toBe(true)
    expect(field.value).toBe('')
    expect(stepInText(field, 'back')).toBe(false)
    write('Oui')
    field.dataset.saves = ''
    expect(stepInText(field, 'back')).toBe(false)
  })

  it('begins anew when the line was given away', () => {
    write('Première')
    field.value = ''
    expect(stepInText(field, 'back')).toBe(false)
    write('Seconde')
    expect(stepInText(field, 'back')).toBe(true)
    expect(field.value).toBe('')
  })
})

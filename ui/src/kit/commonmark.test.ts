import { mount, unmount } from 'svelte'
import { describe, expect, it } from 'vitest'
import CommonMark from './CommonMark.svelte'

function shown(text: string): HTMLElement {
  const target = document.createElement('div')
  const component = mount(CommonMark, { target, props: { text } })
  const made = target.cloneNode(true) as HTMLElement
  void unmount(component)
  return made
}

describe('CommonMark', () => {
  it('shows emphasis and lists', () => {
    const made = shown('Vu avec *toutes* les équipes\n\n- un\n- deux')
    expect(made.querySelector('em')?.textContent).toBe('toutes')
    expect(made.querySelectorAll('li').length).toBe(2)
  })

  it('runs nothing that a text brings along', () => {
    const made = shown(
      '<img src=x onerror=alert(1)> <script>alert(1)</script> [ici](javascript:alert(1)) ![x](javascript:alert(1))',
    )
    expect(made.querySelector('script, img[onerror]')).toBeNull()
    expect(
      [...made.querySelectorAll('a, img')].some((one) =>
        /javascript/i.test(one.getAttribute('href') ?? one.getAttribute('src') ?? ''),
      ),
    ).toBe(false)
    expect(made.textContent).toContain('onerror')
  })
})

// Text as large as its frame allows: what the room reads is never cut and never smaller than it must be.

import type { Attachment } from 'svelte/attachments'

/**
 * Sets `--size` on an element, in hundredths of the picture's height, as large as its content fits into it; not more
 * than `most`, not less than `least` (then the content is cut, which the element must expect).
 */
export function fit(most: number, least = 2.2): Attachment<HTMLElement> {
  return (node) => {
    const settle = () => {
      let [low, high] = [Math.round(least * 10), Math.round(most * 10)]
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        node.style.setProperty('--size', String(middle / 10))
        if (node.scrollHeight <= node.clientHeight + 1 && node.scrollWidth <= node.clientWidth + 1) low = middle
        else high = middle - 1
      }
      node.style.setProperty('--size', String(low / 10))
    }
    const sizes = new ResizeObserver(settle)
    sizes.observe(node)
    const changes = new MutationObserver(settle)
    changes.observe(node, { childList: true, subtree: true, characterData: true })
    settle()
    return () => {
      sizes.disconnect()
      changes.disconnect()
    }
  }
}

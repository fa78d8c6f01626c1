// Dragging by pointer: threshold, a clone in the hand, scrolling at the edges, Escape.
// HTML5 drag is not used: it is unreliable in WebKitGTK and swallows native file drops on Windows.

export interface Drag {
  /** The element that is cloned into the hand. */
  ghost: HTMLElement
  /** What scrolls when the pointer nears its edge. */
  scroller?: HTMLElement | undefined
  onstart: () => void
  onmove: (x: number, y: number) => void
  ondrop: () => void
  oncancel: () => void
}

const THRESHOLD = 5
const EDGE = 48
const SPEED = 18

/** Follows a pressed pointer until it is released; nothing happens before it has moved a little. */
export function drag(event: PointerEvent, options: Drag): void {
  if (event.button !== 0) return
  const start = { x: event.clientX, y: event.clientY }
  let at = start
  let hand: HTMLElement | undefined
  let frame = 0

  const lift = () => {
    const box = options.ghost.getBoundingClientRect()
    hand = options.ghost.cloneNode(true) as HTMLElement
    hand.removeAttribute('data-testid')
    hand.setAttribute('aria-hidden', 'true')
    hand.classList.add('hand')
    Object.assign(hand.style, {
      position: 'fixed',
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
      margin: '0',
      zIndex: '60',
      pointerEvents: 'none',
      willChange: 'transform',
    })
    document.body.append(hand)
    document.body.classList.add('dragging')
    options.onstart()
    frame = requestAnimationFrame(follow)
  }

  const follow = () => {
    if (!hand) return
    hand.style.transform = `translate(${at.x - start.x}px, ${at.y - start.y}px) rotate(-1.2deg)`
    const box = options.scroller?.getBoundingClientRect()
    if (box && options.scroller) {
      const over = Math.max(0, at.y - (box.bottom - EDGE)) - Math.max(0, box.top + EDGE - at.y)
      if (over) options.scroller.scrollTop += Math.sign(over) * Math.min(SPEED, Math.abs(over) / 2)
    }
    options.onmove(at.x, at.y)
    frame = requestAnimationFrame(follow)
  }

  const move = (moved: PointerEvent) => {
    at = { x: moved.clientX, y: moved.clientY }
    if (!hand && Math.hypot(at.x - start.x, at.y - start.y) >= THRESHOLD) lift()
  }
  const end = (drop: boolean) => {
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('pointercancel', cancel)
    window.removeEventListener('keydown', key, true)
    document.body.classList.remove('dragging')
    if (!hand) return
    hand.remove()
    // The click that follows a drop is not a click on the card.
    window.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
    if (drop) {
      options.onmove(at.x, at.y)
      options.ondrop()
    } else {
      options.oncancel()
    }
  }
  const up = (released: PointerEvent) => {
    at = { x: released.clientX, y: released.clientY }
    end(true)
  }
  const cancel = () => end(false)
  const key = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Escape') return
    pressed.preventDefault()
    pressed.stopPropagation()
    end(false)
  }
  const swallow = (click: Event) => click.stopPropagation()

  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
  window.addEventListener('pointercancel', cancel)
  window.addEventListener('keydown', key, true)
}

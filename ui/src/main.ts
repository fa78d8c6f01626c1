import { mount } from 'svelte'
import './styles/tokens.css'
import './styles/base.css'
import App from './App.svelte'
import { flush, loadSettings } from './app.svelte'
import { onClosing, windowLabel } from './ipc/client'
import { learn, speak } from './messages.svelte'
import { followProjector } from './projector/control.svelte'
import { follow } from './workshop.svelte'

// The browser's own menu belongs to texts; elsewhere it would offer to leave or reload.
document.addEventListener('contextmenu', (event) => {
  const at = event.target
  const isText = at instanceof Element && at.closest('input, textarea, [contenteditable]') !== null
  if (!isText) event.preventDefault()
})

const target = document.getElementById('app') ?? document.body

async function start(): Promise<void> {
  try {
    if (windowLabel() === 'projector') {
      document.documentElement.dataset.window = 'projector'
      document.documentElement.dataset.theme = 'dark'
    } else {
      await onClosing(flush)
    }
    await loadSettings()
    if (windowLabel() === 'projector') {
      window.addEventListener('contextmenu', (event) => event.preventDefault())
      // The room is spoken to in the language of the workshop, which may be the other one.
      const [{ default: Projector }] = await Promise.all([
        import('./projector/Projector.svelte'),
        learn('fr'),
        learn('en'),
        followProjector(),
      ])
      mount(Projector, { target })
      return
    }
    await follow()
    await followProjector()
    mount(App, { target })
  } catch (thrown) {
    // The library cannot be opened: say why in the language of the system.
    await speak(navigator.language.startsWith('fr') ? 'fr' : 'en')
    const { default: Recovery } = await import('./screens/Recovery.svelte')
    mount(Recovery, { target, props: { thrown } })
  }
}

void start()

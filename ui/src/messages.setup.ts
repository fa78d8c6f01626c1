// Tests speak both languages from the start.

import { learn } from './messages.svelte'

await Promise.all([learn('fr'), learn('en')])

// A refusal as a sentence: what happened, what was kept, what to do.

import { Refusal } from './ipc/client'
import type { IpcError } from './ipc/client'
import { dashed, keyed, t, told } from './messages.svelte'

/** The sentence for anything that was thrown. */
export function sentence(thrown: unknown): string {
  if (thrown instanceof Refusal) return ofRefusal(thrown.error)
  return t('error-unexpected', { reason: thrown instanceof Error ? thrown.message : String(thrown) })
}

function ofRefusal(error: IpcError): string {
  const word = (family: string, code: string) => told(keyed(family, code))
  switch (error.code) {
    case 'not_found':
      return t('error-not-found', { kind: word('kind', error.kind) })
    case 'invalid':
      return t('error-invalid', {
        field: word('field', error.field),
        rule: told(keyed('rule', error.rule), { detail: error.detail }),
      })
    case 'too_long':
      return t('error-too-long', { field: word('field', error.field), limit: error.limit })
    case 'file_too_new':
      return t('error-file-too-new', { found: error.found, known: error.known })
    case 'unopened':
      return told(keyed('fault', error.fault), { path: error.path })
    case 'file_changed':
      return told(keyed('file-change', error.change))
    case 'disk':
      return t(error.is_unsure ? 'error-disk-unsure' : 'error-disk')
    case 'data':
      return told(keyed('error', error.reason), { subject: error.subject, line: error.line })
    case 'internal':
      return t('error-internal', { incident: error.incident })
    default:
      return t(`error-${dashed(error.code)}`)
  }
}

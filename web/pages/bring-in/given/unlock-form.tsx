import { useId, useState, type SyntheticEvent } from 'react'
import type { NotOpened } from '../../../../shared/export/bundle/encrypted-bundle.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'

interface UnlockFormProps {
  readonly name: string
  /** What was wrong with the last passphrase; null before the first. */
  readonly why: NotOpened | null
  readonly busy: boolean
  readonly onUnlock: (passphrase: string) => void
}

/** Asks for the passphrase of an encrypted bundle. It is used here, and kept nowhere. */
export function UnlockForm({ name, why, busy, onUnlock }: UnlockFormProps) {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (typed !== '') onUnlock(typed)
  }
  return (
    <form className="unlock" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id} className="field-label">
          {t('bringIn.passphrase', { name })}
        </label>
        <input
          id={id}
          type="password"
          className="field-control"
          autoComplete="off"
          value={typed}
          aria-invalid={why !== null || undefined}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p id={`${id}-hint`} className="field-hint" role={why === null ? undefined : 'alert'}>
          {t(why === null ? 'bringIn.passphraseHint' : `bringIn.notOpened.${why}`)}
        </p>
      </div>
      <Button type="submit" disabled={busy || typed === ''}>
        {t(busy ? 'bringIn.unlocking' : 'bringIn.unlock')}
      </Button>
    </form>
  )
}

import { useId } from 'react'
import { useText } from '../../locales/use-text.ts'
import '../../parts/field.css'

/** A passphrase as it is typed, twice: nobody can help whoever mistyped it. */
export interface Passphrase {
  readonly typed: string
  readonly again: string
}

/** Whether a file may be made: nothing was typed, or the same twice. */
export const isSettled = ({ typed, again }: Passphrase): boolean => typed === again

interface PassphraseFieldsProps {
  readonly value: Passphrase
  readonly onChange: (value: Passphrase) => void
}

/** Encrypting a backup is offered and not asked for; what a lost passphrase means is said before. */
export function PassphraseFields({ value, onChange }: PassphraseFieldsProps) {
  const t = useText()
  const id = useId()
  const isAmiss = value.again !== '' && !isSettled(value)
  return (
    <div className="passphrase">
      <div className="field">
        <label htmlFor={id} className="field-label">
          {t('handOn.passphrase')}
        </label>
        <input
          id={id}
          type="password"
          className="field-control"
          autoComplete="new-password"
          value={value.typed}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange({ ...value, typed: event.currentTarget.value })}
        />
        <p id={`${id}-hint`} className="field-hint">
          {t('handOn.passphraseHint')}
        </p>
      </div>
      {value.typed === '' && value.again === '' ? null : (
        <div className="field">
          <label htmlFor={`${id}-again`} className="field-label">
            {t('handOn.passphraseAgain')}
          </label>
          <input
            id={`${id}-again`}
            type="password"
            className="field-control"
            autoComplete="new-password"
            value={value.again}
            aria-invalid={isAmiss || undefined}
            aria-describedby={isAmiss ? `${id}-amiss` : undefined}
            onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
          />
          {isAmiss ? (
            <p id={`${id}-amiss`} className="field-hint" role="alert">
              {t('handOn.passphraseAmiss')}
            </p>
          ) : null}
        </div>
      )}
    </div>
  )
}

import { useId } from 'react'
import { useText } from '../../locales/use-text.ts'
import '../../parts/field.css'

interface SearchFieldProps {
  readonly text: string
  /** What may be typed. */
  readonly hint?: string
  readonly onText: (text: string) => void
}

export function SearchField({ text, hint, onText }: SearchFieldProps) {
  const t = useText()
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t('records.search')}
      </label>
      <input
        id={id}
        type="search"
        className="field-control"
        placeholder={hint}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </div>
  )
}

import { useId } from 'react'
import { useText } from '../../locales/use-text.ts'
import '../../parts/field.css'

interface SearchFieldProps {
  readonly text: string
  readonly onText: (text: string) => void
}

export function SearchField({ text, onText }: SearchFieldProps) {
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
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </div>
  )
}

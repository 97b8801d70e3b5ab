import { useId } from 'react'
import '../../../parts/field.css'

interface LimitSelectProps {
  readonly label: string
  readonly value: number | null
  /** A null choice is no limit. A value that is none of them stands in the list, too. */
  readonly choices: readonly (number | null)[]
  readonly say: (choice: number | null) => string
  readonly onChange: (choice: number | null) => void
}

/** One of a few lengths or sizes. */
export function LimitSelect({ label, value, choices, say, onChange }: LimitSelectProps) {
  const id = useId()
  const all = choices.includes(value) ? choices : [...choices, value]
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <select
        id={id}
        className="field-control"
        value={String(value)}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          onChange(chosen === 'null' ? null : Number(chosen))
        }}
      >
        {all.map((choice) => (
          <option key={String(choice)} value={String(choice)}>
            {say(choice)}
          </option>
        ))}
      </select>
    </div>
  )
}

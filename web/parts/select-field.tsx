import { useId } from 'react'
import './field.css'

interface SelectFieldProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly text: string }[]
  readonly disabled?: boolean
  readonly onChoice: (value: Value) => void
}

/** One of several values, in a list that unfolds, with its name above. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, value, choices, disabled = false, onChoice } = props
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <select
        id={id}
        className="field-control"
        value={value}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const chosen = choices.find((each) => each.value === currentTarget.value)
          if (chosen) onChoice(chosen.value)
        }}
      >
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {each.text}
          </option>
        ))}
      </select>
    </div>
  )
}

import { useId } from 'react'
import './field.css'

interface RadioChoicesProps<Value extends string> {
  readonly className: string
  readonly legend: string
  readonly value: Value | null
  readonly choices: readonly { readonly value: Value; readonly text: string; readonly hint?: string }[]
  readonly onChoice: (value: Value) => void
}

/** One of a few values, all in sight, each with what it means. */
export function RadioChoices<Value extends string>(props: RadioChoicesProps<Value>) {
  const { className, legend, value, choices, onChoice } = props
  const name = useId()
  return (
    <fieldset className={className}>
      <legend className="field-label">{legend}</legend>
      {choices.map((each) => (
        <label key={each.value} className="choice">
          <input
            type="radio"
            name={name}
            checked={each.value === value}
            onChange={() => onChoice(each.value)}
          />
          {each.text}
          {each.hint === undefined ? null : <span className="choice-hint">{each.hint}</span>}
        </label>
      ))}
    </fieldset>
  )
}

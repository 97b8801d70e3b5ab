import { useId, type ComponentProps } from 'react'
import './field.css'

interface InputFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className' | 'onChange'> {
  readonly label: string
  readonly onText: (text: string) => void
}

/** A field of one line, with its name above. */
export function InputField({ label, onText, ...input }: InputFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <input
        {...input}
        id={id}
        className="field-control"
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </div>
  )
}

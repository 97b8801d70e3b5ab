import { useId } from 'react'
import '../../../parts/field.css'

interface TimeFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (time: string) => void
}

/** A time of day, `22:00`. One that is only half typed changes nothing. */
export function TimeField({ label, value, onChange }: TimeFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <input
        id={id}
        type="time"
        className="field-control"
        value={value}
        onChange={(event) => {
          const time = event.currentTarget.value.slice(0, 5)
          if (/^\d\d:\d\d$/.test(time)) onChange(time)
        }}
      />
    </div>
  )
}

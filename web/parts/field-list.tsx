import type { ReactNode } from 'react'
import './field-list.css'

interface Field {
  readonly name: string
  /** Null is "the source did not say", and is shown as such: never as zero, never left out. */
  readonly value: ReactNode
  readonly mono?: boolean
}

interface FieldListProps {
  readonly fields: readonly Field[]
  readonly unknown: string
}

export function FieldList({ fields, unknown }: FieldListProps) {
  return (
    <dl className="field-list">
      {fields.map(({ name, value, mono }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={mono && value !== null ? 'mono' : undefined}>
            {value ?? <span className="muted">{unknown}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

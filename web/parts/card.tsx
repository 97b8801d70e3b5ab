import type { ReactNode } from 'react'
import { useId } from 'react'
import './card.css'

interface CardProps {
  readonly title?: ReactNode
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly flush?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A surface with a hairline; with a title it is a named section. */
export function Card({ title, note, actions, flush = false, className, children }: CardProps) {
  const id = useId()
  const classes = ['card', flush ? 'card-flush' : '', className].filter(Boolean).join(' ')
  return (
    <section className={classes} aria-labelledby={title ? id : undefined}>
      {title || actions ? (
        <header className="card-head">
          <div>
            {title ? <h2 id={id}>{title}</h2> : null}
            {note ? <p className="card-note">{note}</p> : null}
          </div>
          {actions ? <div className="card-actions">{actions}</div> : null}
        </header>
      ) : null}
      <div className="card-body">{children}</div>
    </section>
  )
}

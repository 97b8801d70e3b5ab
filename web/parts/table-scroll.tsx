import type { ReactNode } from 'react'
import './plain-table.css'

interface TableScrollProps {
  /** What the table in it tells. */
  readonly label: string
  readonly children: ReactNode
}

/** A table that may be wider than the screen: it takes the focus, so that the arrows move it. */
export function TableScroll({ label, children }: TableScrollProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}

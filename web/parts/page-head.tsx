import { useEffect, useRef, type ReactNode } from 'react'
import './page-head.css'

interface PageHeadProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
}

/** The top of a page. Takes the focus when the page comes up, so that a screen reader says where it is. */
export function PageHead({ title, lead, actions }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Quotascope`
  }, [title])
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  return (
    <header className="page-head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead ? <p className="page-lead">{lead}</p> : null}
      </div>
      {actions ? <div className="page-actions">{actions}</div> : null}
    </header>
  )
}

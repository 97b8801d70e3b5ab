import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import './notice.css'

const ICONS = { info: Info, warn: TriangleAlert, error: CircleAlert } as const

interface NoticeProps {
  readonly kind: keyof typeof ICONS
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** Said aloud when it appears; only for what changed while the reader was here. */
  readonly live?: boolean
}

/** Something that the reader must know before believing the rest of the page. */
export function Notice({ kind, title, children, actions, live = false }: NoticeProps) {
  const Icon = ICONS[kind]
  const role = live ? (kind === 'error' ? 'alert' : 'status') : undefined
  return (
    <div className={`notice notice-${kind}`} role={role}>
      <Icon aria-hidden="true" />
      <div className="notice-text">
        <p className="notice-title">{title}</p>
        {children ? <div className="notice-body">{children}</div> : null}
      </div>
      {actions ? <div className="notice-actions">{actions}</div> : null}
    </div>
  )
}

import type { ReactNode } from 'react'
import { useEvidencePanel } from '../../../evidence-panel/panel-context.ts'
import '../../../parts/link-button.css'

interface OpenCellProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** The cell of a row that opens the piece of evidence in full. */
export function OpenCell({ id, title, children }: OpenCellProps) {
  const open = useEvidencePanel()
  return (
    <button type="button" className="link-button" onClick={() => open({ title, refs: [id] })}>
      {children}
    </button>
  )
}

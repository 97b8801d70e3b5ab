import { FileSearch } from 'lucide-react'
import { useText } from '../locales/use-text.ts'
import { useEvidencePanel } from './panel-context.ts'
import './evidence-button.css'

interface EvidenceButtonProps {
  readonly title: string
  readonly refs: readonly string[]
  readonly small?: boolean
}

/** Opens what a statement rests on. Draws nothing where it rests on no single piece. */
export function EvidenceButton({ title, refs, small = false }: EvidenceButtonProps) {
  const t = useText()
  const open = useEvidencePanel()
  if (refs.length === 0) return null
  return (
    <button
      type="button"
      className={small ? 'evidence-link' : 'button'}
      onClick={() => open({ title, refs })}
    >
      <FileSearch aria-hidden="true" />
      {t('evidence.open', { count: refs.length })}
    </button>
  )
}

import { useEverything } from '../data/use-everything.ts'
import { useText } from '../locales/use-text.ts'
import { Dialog } from '../parts/dialog.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { itemsOf } from './evidence-items.ts'
import type { PanelRequest } from './panel-context.ts'

/** More at once would be a table, and that is what the records page is for. */
const MOST = 100

interface EvidencePanelProps {
  readonly request: PanelRequest
  readonly onClose: () => void
}

/** The pieces that a statement rests on, each with where it was read. */
export function EvidencePanel({ request, onClose }: EvidencePanelProps) {
  const t = useText()
  const findings = useEverything()
  if (!findings) return null
  const { items, missing } = itemsOf(findings.evidence, request.refs)
  return (
    <Dialog title={request.title} kind="side" onClose={onClose}>
      {items.slice(0, MOST).map((entry) => (
        <EvidenceCard key={entry.item.id} entry={entry} captures={findings.evidence.captures} />
      ))}
      {items.length > MOST ? (
        <p className="muted">{t('evidence.more', { count: items.length - MOST })}</p>
      ) : null}
      {missing.length > 0 ? (
        <p className="muted">{t('evidence.missing', { count: missing.length })}</p>
      ) : null}
    </Dialog>
  )
}

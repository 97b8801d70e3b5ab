import type { PlacedReading } from '../../shared/analyse/report.ts'
import type { Capture } from '../../shared/evidence/kinds/capture.ts'
import type { Origin } from '../../shared/evidence/origin.ts'
import type { EvidenceItem } from '../data/questions/evidence-items.ts'
import { useText } from '../locales/use-text.ts'
import { CallFields } from './call-fields.tsx'
import { CaptureFields } from './capture-fields.tsx'
import { CostFields } from './cost-fields.tsx'
import { DeviceFields } from './device-fields.tsx'
import { ErrorFields } from './error-fields.tsx'
import { MarkFields } from './mark-fields.tsx'
import { OriginList } from './origin-list.tsx'
import { RecordFields } from './record-fields.tsx'
import { SnapshotFields } from './snapshot-fields.tsx'
import './evidence-card.css'

interface EvidenceCardProps {
  readonly entry: EvidenceItem
  readonly captures: readonly Capture[]
  /** Where the analysis placed it, when it is a reading. */
  readonly placed: PlacedReading | null
}

/** One piece of evidence in full. */
export function EvidenceCard({ entry, captures, placed }: EvidenceCardProps) {
  const t = useText()
  return (
    <article className="evidence-card" aria-labelledby={`card-${entry.item.id}`}>
      <header>
        <h3 id={`card-${entry.item.id}`}>{t(`evidence.kind.${entry.kind}`)}</h3>
        <code>{entry.item.id}</code>
      </header>
      <Fields entry={entry} placed={placed} />
      <OriginList origins={originsOf(entry)} captures={captures} />
    </article>
  )
}

function Fields({ entry, placed }: Pick<EvidenceCardProps, 'entry' | 'placed'>) {
  switch (entry.kind) {
    case 'record':
      return <RecordFields record={entry.item} />
    case 'snapshot':
      return <SnapshotFields snapshot={entry.item} placed={placed} />
    case 'error':
      return <ErrorFields error={entry.item} />
    case 'call':
      return <CallFields call={entry.item} />
    case 'cost':
      return <CostFields cost={entry.item} />
    case 'device':
      return <DeviceFields device={entry.item} />
    case 'mark':
      return <MarkFields mark={entry.item} />
    case 'capture':
      return <CaptureFields capture={entry.item} />
  }
}

const originsOf = (entry: EvidenceItem): readonly Origin[] =>
  entry.kind === 'mark' || entry.kind === 'capture' ? [] : entry.item.origins

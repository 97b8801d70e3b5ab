import { isEmpty, useFindings } from '../../data/findings.ts'
import { useText } from '../../locales/use-text.ts'
import { FirstRun } from '../../parts/status/first-run.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { PlaceLink } from '../../parts/evidence/place-link.tsx'
import { ReadingEvidence } from '../../parts/evidence/reading-evidence.tsx'
import { ZoneChip } from '../../parts/zone/zone-chip.tsx'
import { usePlace } from '../../state/use-place.ts'
import { CallTable } from './tables/call-table.tsx'
import { CaptureTable } from './tables/capture-table.tsx'
import { CostTable } from './tables/cost-table.tsx'
import { DeviceTable } from './tables/device-table.tsx'
import { ErrorTable } from './tables/error-table.tsx'
import { PARTS, type Part } from './parts.ts'
import { RecordTable } from './tables/record-table.tsx'
import { RejectTable } from './tables/reject-table.tsx'
import { SnapshotTable } from './tables/snapshot-table.tsx'
import './records-page.css'

/** All evidence as it was read, kind by kind. */
export function RecordsPage() {
  const t = useText()
  const findings = useFindings()
  const part = usePlace((place) => PARTS.find((each) => each === place.part)) ?? 'records'
  return (
    <>
      <PageHead title={t('nav.records')} lead={t('records.lead')} actions={<ZoneChip />} />
      {findings === null ? (
        <ReadingEvidence rows={6} />
      ) : isEmpty(findings) ? (
        <FirstRun />
      ) : (
        <>
          <nav className="part-nav" aria-label={t('records.partsLabel')}>
            {PARTS.map((each) => (
              <PlaceLink
                key={each}
                to={{ part: each, filter: {} }}
                aria-current={each === part ? 'page' : undefined}
              >
                {t(`records.part.${each}`)}
                <span className="part-count">{findings.counts[each]}</span>
              </PlaceLink>
            ))}
          </nav>
          <TableOf key={part} part={part} />
        </>
      )}
    </>
  )
}

function TableOf({ part }: { readonly part: Part }) {
  switch (part) {
    case 'records':
      return <RecordTable />
    case 'snapshots':
      return <SnapshotTable />
    case 'errors':
      return <ErrorTable />
    case 'calls':
      return <CallTable />
    case 'costs':
      return <CostTable />
    case 'devices':
      return <DeviceTable />
    case 'rejects':
      return <RejectTable />
    case 'captures':
      return <CaptureTable />
  }
}

import { useMemo } from 'react'
import type { PlacedReading } from '../../../shared/analyse/report.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import type { QuotaSnapshot } from '../../../shared/evidence/quota-snapshot.ts'
import { useEverything } from '../../data/use-everything.ts'
import { useText, type Text } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { useZone } from '../../state/use-zone.ts'
import { NoRows } from './no-rows.tsx'
import { OpenCell } from './open-cell.tsx'
import { VirtualTable, type Column } from './virtual-table.tsx'

/** Quota readings, with where the analysis could place those that carry no time. */
export function SnapshotTable({ snapshots }: { readonly snapshots: readonly QuotaSnapshot[] }) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const readings = useEverything()?.report.readings
  const columns = useMemo(
    () => columnsOf(new Map(readings?.map((reading) => [reading.snapshot, reading])), t, wording, zone),
    [t, wording, zone, readings],
  )
  if (snapshots.length === 0) return <NoRows part="snapshots" />
  return <VirtualTable caption={t('records.part.snapshots')} rows={snapshots} columns={columns} />
}

const columnsOf = (
  placed: ReadonlyMap<string, PlacedReading>,
  t: Text,
  wording: Wording,
  zone: Zone,
): readonly Column<QuotaSnapshot>[] => [
  {
    key: 'when',
    title: t('field.placed'),
    cell: ({ id }) => {
      const reading = placed.get(id)
      return (
        <OpenCell id={id} title={t('evidence.kind.snapshot')}>
          {reading ? wording.span(reading.span, zone) : t('when.undated')}
        </OpenCell>
      )
    },
  },
  {
    key: 'basis',
    title: t('field.placedBy'),
    cell: ({ id }) => {
      const reading = placed.get(id)
      return reading ? t(`placedBy.${reading.basis}`) : '–'
    },
  },
  {
    key: 'source',
    title: t('field.snapshotSource'),
    cell: ({ source }) => t(`snapshotSource.${source}`),
  },
  {
    key: 'meters',
    title: t('field.meters'),
    cell: ({ meters }) =>
      meters
        .map(({ window, usedPercent }) =>
          t('records.meter', {
            window: wording.window(window),
            used: usedPercent === null ? t('notSaid') : wording.percent(usedPercent),
          }),
        )
        .join(' · '),
  },
  { key: 'plan', title: t('field.plan'), cell: ({ plan }) => plan ?? '–' },
  { key: 'cap', title: t('field.cap'), cell: ({ cap }) => cap ?? '–' },
]

import { useMemo } from 'react'
import type { Meter } from '../../../../shared/evidence/kinds/quota-snapshot.ts'
import type { Zone } from '../../../../shared/time/zone.ts'
import type { Wording } from '../../../../shared/wording/wording.ts'
import { PART_QUESTIONS, type SnapshotRow } from '../../../data/questions/part-question.ts'
import { useText, type Text } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { useZone } from '../../../state/use-zone.ts'
import { OpenCell } from './open-cell.tsx'
import { PartTable } from './part-table.tsx'
import type { Column } from './virtual-table.tsx'

/** Quota readings, with where the analysis could place those that carry no time. */
export function SnapshotTable() {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const columns = useMemo(() => columnsOf(t, wording, zone), [t, wording, zone])
  return <PartTable part="snapshots" question={PART_QUESTIONS.snapshots} columns={columns} />
}

const columnsOf = (t: Text, wording: Wording, zone: Zone): readonly Column<SnapshotRow>[] => [
  {
    key: 'when',
    title: t('field.placed'),
    cell: ({ id, placed }) => (
      <OpenCell id={id} title={t('evidence.kind.snapshot')}>
        {placed ? wording.span(placed.span, zone) : t('when.undated')}
      </OpenCell>
    ),
  },
  {
    key: 'basis',
    title: t('field.placedBy'),
    cell: ({ placed }) => (placed ? t(`placedBy.${placed.basis}`) : '–'),
  },
  {
    key: 'source',
    title: t('field.snapshotSource'),
    cell: ({ source, example }) => (
      <>
        {t(`snapshotSource.${source}`)}
        {example ? <span className="muted"> · {t('evidence.example')}</span> : null}
      </>
    ),
  },
  {
    key: 'meters',
    title: t('field.meters'),
    cell: ({ meters }) => (
      <span title={metersText(meters, t, wording.meter, wording.percent)}>
        {metersText(meters, t, wording.meter, wording.usedShare)}
      </span>
    ),
  },
  { key: 'plan', title: t('field.plan'), cell: ({ plan }) => plan ?? '–' },
  { key: 'cap', title: t('field.cap'), cell: ({ cap }) => cap ?? '–' },
]

const metersText = (
  meters: readonly Meter[],
  t: Text,
  name: Wording['meter'],
  share: Wording['percent'],
): string =>
  meters
    .map((meter) =>
      t('records.meter', {
        window: name(meter),
        used: meter.usedPercent === null ? t('notSaid') : share(meter.usedPercent),
      }),
    )
    .join(' · ')

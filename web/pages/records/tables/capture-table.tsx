import { useMemo } from 'react'
import type { Zone } from '../../../../shared/time/zone.ts'
import type { Wording } from '../../../../shared/wording/wording.ts'
import type { Capture } from '../../../../shared/evidence/kinds/capture.ts'
import { PART_QUESTIONS } from '../../../data/questions/part-question.ts'
import { useText, type Text } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { inputName } from '../../../parts/text/input-name.ts'
import { WhenText } from '../../../parts/text/when-text.tsx'
import { useZone } from '../../../state/use-zone.ts'
import { OpenCell } from './open-cell.tsx'
import { PartTable } from './part-table.tsx'
import type { Column } from './virtual-table.tsx'

/** Every input that was brought in or captured: the log of where we were looking. */
export function CaptureTable() {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const columns = useMemo(() => columnsOf(t, wording, zone), [t, wording, zone])
  return <PartTable part="captures" question={PART_QUESTIONS.captures} columns={columns} />
}

const columnsOf = (t: Text, wording: Wording, zone: Zone): readonly Column<Capture>[] => [
  {
    key: 'input',
    title: t('field.input'),
    cell: (capture) => (
      <OpenCell id={capture.id} title={t('evidence.kind.capture')}>
        {inputName(capture, t)}
      </OpenCell>
    ),
  },
  { key: 'source', title: t('field.captureSource'), cell: ({ source }) => t(`captureSource.${source}`) },
  {
    key: 'at',
    title: t('field.captured'),
    cell: ({ at }) => (at === null ? '–' : wording.instant(at, zone)),
  },
  { key: 'rows', title: t('field.rows'), cell: ({ rows }) => rows },
  {
    key: 'oldest',
    title: t('field.oldest'),
    cell: ({ oldest }) => (oldest ? <WhenText when={oldest} /> : '–'),
  },
  {
    key: 'newest',
    title: t('field.newest'),
    cell: ({ newest }) => (newest ? <WhenText when={newest} /> : '–'),
  },
]

import { useMemo } from 'react'
import type { ErrorObservation } from '../../../../shared/evidence/kinds/error-observation.ts'
import { PART_QUESTIONS } from '../../../data/questions/part-question.ts'
import type { Wording } from '../../../../shared/wording/wording.ts'
import { useText, type Text } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { CopyUnknownWording } from '../../../parts/evidence/copy-unknown-wording.tsx'
import { placeInInput } from '../../../parts/evidence/place-in-input.ts'
import { WhenText } from '../../../parts/text/when-text.tsx'
import { OpenCell } from './open-cell.tsx'
import { PartTable } from './part-table.tsx'
import type { Column } from './virtual-table.tsx'

/** Error texts, as they were worded. */
export function ErrorTable() {
  const t = useText()
  const wording = useWording()
  const columns = useMemo(() => columnsOf(t, wording), [t, wording])
  return <PartTable part="errors" question={PART_QUESTIONS.errors} columns={columns} />
}

const columnsOf = (t: Text, wording: Wording): readonly Column<ErrorObservation>[] => [
  {
    key: 'message',
    title: t('field.message'),
    wrap: true,
    cell: ({ id, message }) => (
      <OpenCell id={id} title={t('evidence.kind.error')}>
        {message}
      </OpenCell>
    ),
  },
  { key: 'when', title: t('field.when'), cell: ({ when }) => <WhenText when={when} /> },
  {
    key: 'class',
    title: t('field.errorClass'),
    cell: (error) => (
      <>
        {wording.errorClass(error.errorClass)}
        {error.errorClass === 'other' ? <CopyUnknownWording error={error} /> : null}
        {error.example ? <span className="muted"> · {t('evidence.example')}</span> : null}
      </>
    ),
  },
  { key: 'tries', title: t('field.attempts'), cell: ({ attempts }) => attempts ?? 1 },
  { key: 'status', title: t('field.status'), cell: ({ status }) => status ?? '–' },
  {
    key: 'place',
    title: t('field.readAt'),
    cell: ({ origins: [origin] }) => (
      <span className="muted">{origin ? placeInInput(origin.at, t) : '–'}</span>
    ),
  },
]

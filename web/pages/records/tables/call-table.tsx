import { useMemo } from 'react'
import type { ClientCall } from '../../../../shared/evidence/kinds/client-call.ts'
import type { Wording } from '../../../../shared/wording/wording.ts'
import { PART_QUESTIONS } from '../../../data/questions/part-question.ts'
import { useText, type Text } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { WhenText } from '../../../parts/text/when-text.tsx'
import { OpenCell } from './open-cell.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import { PartTable } from './part-table.tsx'
import type { Column } from './virtual-table.tsx'

/** Requests as the logs of clients tell them. */
export function CallTable() {
  const t = useText()
  const wording = useWording()
  const columns = useMemo(() => columnsOf(t, wording), [t, wording])
  return <PartTable part="calls" question={PART_QUESTIONS.calls} columns={columns} />
}

const columnsOf = (t: Text, wording: Wording): readonly Column<ClientCall>[] => [
  {
    key: 'when',
    title: t('field.when'),
    cell: ({ id, when, timeIs }) => (
      <>
        <OpenCell id={id} title={t('evidence.kind.call')}>
          <WhenText when={when} />
        </OpenCell>
        {timeIs === 'end' ? <span className="muted"> {t('records.itsEnd')}</span> : null}
      </>
    ),
  },
  {
    key: 'duration',
    title: t('field.duration'),
    cell: ({ durationMs }) => (durationMs === null ? '–' : wording.duration(durationMs)),
  },
  { key: 'outcome', title: t('field.outcome'), cell: ({ outcome }) => <OutcomeMark outcome={outcome} /> },
  { key: 'client', title: t('field.client'), cell: ({ client }) => client },
  { key: 'model', title: t('field.model'), cell: ({ model }) => model ?? '–' },
  { key: 'agent', title: t('field.agent'), cell: ({ agent }) => agent ?? '–' },
  { key: 'input', title: t('field.inputTokens'), cell: ({ inputTokens }) => inputTokens ?? '–' },
  { key: 'output', title: t('field.outputTokens'), cell: ({ outputTokens }) => outputTokens ?? '–' },
]

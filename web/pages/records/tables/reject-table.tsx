import { useMemo } from 'react'
import type { Reject } from '../../../../shared/evidence/kinds/reject.ts'
import { PART_QUESTIONS } from '../../../data/questions/part-question.ts'
import { useText, type Text } from '../../../locales/use-text.ts'
import { ParserText } from '../../../parts/text/parser-text.tsx'
import { PartTable } from './part-table.tsx'
import type { Column } from './virtual-table.tsx'

/** What could not be read, where, and why: nothing is dropped without a line here. */
export function RejectTable() {
  const t = useText()
  const columns = useMemo(() => columnsOf(t), [t])
  return <PartTable part="rejects" question={PART_QUESTIONS.rejects} columns={columns} />
}

const columnsOf = (t: Text): readonly Column<Reject>[] => [
  {
    key: 'input',
    title: t('field.input'),
    cell: ({ input }) => (input === 'paste' ? t('bringIn.pasted') : input),
  },
  {
    key: 'place',
    title: t('field.readAt'),
    cell: ({ line, path }) => (line === null ? (path ?? '–') : t('bringIn.line', { line })),
  },
  {
    key: 'reason',
    title: t('field.reason'),
    wrap: true,
    cell: ({ reason }) => <ParserText said={reason} />,
  },
  {
    key: 'excerpt',
    title: t('field.excerpt'),
    wrap: true,
    cell: ({ excerpt }) => <code>{excerpt}</code>,
  },
]

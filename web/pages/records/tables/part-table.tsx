import { useCallback, useState, type ReactNode } from 'react'
import type { Question } from '../../../data/questions/question.ts'
import type { PartAsk } from '../../../data/questions/part-question.ts'
import type { RowsPage } from '../../../data/questions/rows/rows-question.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useText } from '../../../locales/use-text.ts'
import { errorText } from '../../../parts/text/error-text.ts'
import { Notice } from '../../../parts/status/notice.tsx'
import { Skeleton } from '../../../parts/status/skeleton.tsx'
import { replacePlace, usePlace } from '../../../state/use-place.ts'
import { NoRows } from '../no-rows.tsx'
import { PAGE_ROWS } from '../page-around.ts'
import type { Part } from '../parts.ts'
import { SearchField } from '../search-field.tsx'
import { VirtualTable, type Column } from './virtual-table.tsx'

interface PartTableProps<Row extends { readonly id: string }, Page extends RowsPage<Row>> {
  readonly part: Part
  readonly question: Question<PartAsk, Page>
  readonly columns: readonly Column<Row>[]
  /** What may be said of all rows that pass the search. */
  readonly summary?: (page: Page) => ReactNode
}

/** The table of one kind of evidence, with a search. */
export function PartTable<Row extends { readonly id: string }, Page extends RowsPage<Row>>({
  part,
  question,
  columns,
  summary,
}: PartTableProps<Row, Page>): ReactNode {
  const t = useText()
  const filter = usePlace((place) => place.filter)
  const [offset, setOffset] = useState(0)
  const onOffset = useCallback((wanted: number) => setOffset(wanted), [])
  const { state, value, ...rest } = useAnswer(question, { text: filter.text ?? '', offset, count: PAGE_ROWS })
  if ('error' in rest) return <Notice kind="error" live title={errorText(rest.error, t)} />
  if (value === null) return <Skeleton label={t('loading')} rows={6} />
  if (value.all === 0) return <NoRows part={part} />
  return (
    <>
      <div className="record-tools">
        <SearchField
          text={filter.text ?? ''}
          onText={(text) => replacePlace({ filter: { ...filter, text: text || undefined } })}
        />
        <output className="muted">{t('records.shown', { count: value.total, all: value.all })}</output>
      </div>
      {summary && value.total > 0 ? summary(value) : null}
      <VirtualTable
        caption={t(`records.part.${part}`)}
        page={value}
        columns={columns}
        onOffset={onOffset}
        busy={state === 'loading'}
      />
    </>
  )
}

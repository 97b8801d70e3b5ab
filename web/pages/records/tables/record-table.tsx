import { ArrowDown, ArrowUp } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { Installation } from '../../../../shared/evidence/installation.ts'
import type { RowOrder, RowSort } from '../../../data/questions/rows/find-rows.ts'
import { rowsQuestion, type SeenRow } from '../../../data/questions/rows/rows-question.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useText, type Text } from '../../../locales/use-text.ts'
import { errorText } from '../../../parts/text/error-text.ts'
import { Notice } from '../../../parts/status/notice.tsx'
import { Skeleton } from '../../../parts/status/skeleton.tsx'
import { usePreferences } from '../../../state/preferences.ts'
import { replacePlace, usePlace } from '../../../state/use-place.ts'
import { NoMatch } from '../no-match.tsx'
import { NoRows } from '../no-rows.tsx'
import { PAGE_ROWS } from '../page-around.ts'
import { recordColumns } from './record-columns.tsx'
import { RecordTools } from '../record-tools.tsx'
import { readOrder, readRowFilter, writeOrder } from '../row-address.ts'
import { SelectionBar } from '../selection-bar.tsx'
import { VirtualTable, type Column } from './virtual-table.tsx'

const NOBODY_ELSE: readonly Installation[] = []

/** The rows of the usage history: searched, filtered, sorted, chosen and deleted; all of it but the choice is in the address. */
export function RecordTable() {
  const t = useText()
  const place = usePlace((each) => each.filter)
  const hidden = usePreferences((state) => state.hiddenColumns)
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const onOffset = useCallback((wanted: number) => setOffset(wanted), [])
  const filter = useMemo(() => readRowFilter(place), [place])
  const order = useMemo(() => readOrder(place.sort), [place.sort])
  const { state, value, ...rest } = useAnswer(rowsQuestion, { filter, order, offset, count: PAGE_ROWS })
  const installations = value?.installations ?? NOBODY_ELSE
  const columns = useMemo(() => {
    const shown = recordColumns(t, installations).filter(({ key }) => !hidden.includes(key))
    const sortBy = (by: RowSort) =>
      replacePlace({
        filter: { ...place, sort: writeOrder({ by, ascending: order.by === by && !order.ascending }) },
      })
    const toggle = (id: string) =>
      setChosen((ids) => new Set(ids.has(id) ? [...ids].filter((each) => each !== id) : [...ids, id]))
    return [
      choiceColumn(t, chosen, toggle),
      ...shown.map(({ key, name, cell, sort }): Column<SeenRow> => ({
        key,
        cell,
        title:
          sort === null ? name : <SortHead name={name} order={order} by={sort} onSort={() => sortBy(sort)} />,
        ...(sort === order.by && { sorted: order.ascending ? 'ascending' : 'descending' }),
      })),
    ]
  }, [t, hidden, chosen, order, place, installations])
  if ('error' in rest) return <Notice kind="error" live title={errorText(rest.error, t)} />
  if (value === null) return <Skeleton label={t('loading')} rows={6} />
  return (
    <>
      <RecordTools
        filter={filter}
        place={place}
        total={value.total}
        all={value.all}
        installations={installations}
      />
      <SelectionBar chosen={chosen} onChosen={setChosen} filter={filter} total={value.total} />
      {value.all === 0 ? (
        <NoRows part="records" />
      ) : value.noneBecause ? (
        <NoMatch because={value.noneBecause} all={value.all} filter={place} />
      ) : (
        <VirtualTable
          caption={t('records.part.records')}
          page={value}
          columns={columns}
          onOffset={onOffset}
          busy={state === 'loading'}
        />
      )}
    </>
  )
}

interface SortHeadProps {
  readonly name: string
  readonly order: RowOrder
  readonly by: RowSort
  readonly onSort: () => void
}

function SortHead({ name, order, by, onSort }: SortHeadProps) {
  const Arrow = order.ascending ? ArrowUp : ArrowDown
  return (
    <button type="button" className="sort-head" onClick={onSort}>
      {name}
      {order.by === by ? <Arrow aria-hidden="true" /> : null}
    </button>
  )
}

const choiceColumn = (
  t: Text,
  chosen: ReadonlySet<string>,
  toggle: (id: string) => void,
): Column<SeenRow> => ({
  key: 'chosen',
  title: <span className="visually-hidden">{t('records.choose')}</span>,
  cell: ({ id, requestId, userAgent }) => (
    <input
      type="checkbox"
      checked={chosen.has(id)}
      aria-label={t('records.chooseRow', { name: requestId ?? userAgent ?? id })}
      onChange={() => toggle(id)}
    />
  ),
})

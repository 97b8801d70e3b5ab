import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { Outcome, UsageRecord } from '../../../shared/evidence/usage-record.ts'
import { useText, type Text } from '../../locales/use-text.ts'
import { WhenText } from '../../parts/when-text.tsx'
import { useZone } from '../../state/use-zone.ts'
import { NoRows } from './no-rows.tsx'
import { OpenCell } from './open-cell.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import { recordRows } from './record-rows.ts'
import { VirtualTable, type Column } from './virtual-table.tsx'
import '../../parts/field.css'

const OUTCOMES = ['any', 'success', 'failure', 'unknown'] as const

/** The rows of the usage history, with a search over what is printed in them. */
export function RecordTable({ records }: { readonly records: readonly UsageRecord[] }) {
  const t = useText()
  const id = useId()
  const zone = useZone()
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<Outcome | 'any'>('any')
  const searched = useDeferredValue(text)
  const rows = useMemo(
    () => recordRows(records, zone, { text: searched, outcome }),
    [records, zone, searched, outcome],
  )
  const columns = useMemo(() => columnsOf(t), [t])
  if (records.length === 0) return <NoRows part="records" />
  return (
    <>
      <div className="record-tools">
        <div className="field">
          <label className="field-label" htmlFor={`${id}-text`}>
            {t('records.search')}
          </label>
          <input
            id={`${id}-text`}
            type="search"
            className="field-control"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor={`${id}-outcome`}>
            {t('field.outcome')}
          </label>
          <select
            id={`${id}-outcome`}
            className="field-control"
            value={outcome}
            onChange={(event) =>
              setOutcome(OUTCOMES.find((each) => each === event.currentTarget.value) ?? 'any')
            }
          >
            {OUTCOMES.map((each) => (
              <option key={each} value={each}>
                {each === 'any' ? t('records.anyOutcome') : t(`outcome.${each}`)}
              </option>
            ))}
          </select>
        </div>
        <output className="muted">{t('records.shown', { count: rows.length, all: records.length })}</output>
      </div>
      <VirtualTable caption={t('records.part.records')} rows={rows} columns={columns} />
    </>
  )
}

const columnsOf = (t: Text): readonly Column<UsageRecord>[] => [
  {
    key: 'when',
    title: t('field.when'),
    cell: (record) => (
      <OpenCell id={record.id} title={t('evidence.kind.record')}>
        <WhenText when={record.when} />
      </OpenCell>
    ),
  },
  {
    key: 'outcome',
    title: t('field.outcome'),
    cell: ({ outcome: each }) => <OutcomeMark outcome={each} />,
  },
  {
    key: 'status',
    title: t('field.status'),
    cell: ({ status, statusText }) => status ?? statusText ?? '–',
  },
  {
    key: 'source',
    title: t('field.source'),
    cell: ({ source }) => source.name ?? t(`source.${source.kind}`),
  },
  { key: 'client', title: t('field.client'), cell: ({ userAgent }) => userAgent ?? '–' },
  { key: 'model', title: t('field.model'), cell: ({ model }) => model ?? '–' },
  {
    key: 'requestId',
    title: t('field.requestId'),
    cell: ({ requestId }) => (requestId === null ? '–' : <code>{requestId}</code>),
  },
  {
    key: 'place',
    title: t('field.readAt'),
    cell: ({ origins }) => <span className="muted">{origins[0]?.at ?? '–'}</span>,
  },
]

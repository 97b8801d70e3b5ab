import type { Installation } from '../../../../shared/evidence/installation.ts'
import type { SeenRow } from '../../../data/questions/rows/rows-question.ts'
import type { RowSort } from '../../../data/questions/rows/find-rows.ts'
import type { Text } from '../../../locales/use-text.ts'
import { placeInInput } from '../../../parts/evidence/place-in-input.ts'
import { sightName } from '../../../parts/sight-name.ts'
import { WhenText } from '../../../parts/text/when-text.tsx'
import { OpenCell } from './open-cell.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import type { Column } from './virtual-table.tsx'

const RECORD_COLUMNS = [
  'when',
  'outcome',
  'status',
  'source',
  'client',
  'model',
  'callType',
  'requestId',
  'seenBy',
  'place',
] as const
export type RecordColumn = (typeof RECORD_COLUMNS)[number]

/** Every row is opened by its time, so that column cannot be left out. */
export const ALWAYS_SHOWN: RecordColumn = 'when'

interface NamedColumn extends Omit<Column<SeenRow>, 'key' | 'title' | 'sorted'> {
  readonly key: RecordColumn
  readonly name: string
  /** By what its head sorts; null where nothing would be gained. */
  readonly sort: RowSort | null
}

/** The columns of the rows of history; which installation saw a row is told where there are several. */
export const recordColumns = (t: Text, installations: readonly Installation[]): readonly NamedColumn[] => [
  {
    key: 'when',
    name: t('field.when'),
    sort: 'when',
    cell: (record) => (
      <>
        <OpenCell id={record.id} title={t('evidence.kind.record')}>
          <WhenText when={record.when} />
        </OpenCell>
        {record.isCopy ? (
          <span className="muted" title={t('records.copyTip')}>
            {' '}
            {t('records.copy')}
          </span>
        ) : null}
      </>
    ),
  },
  {
    key: 'outcome',
    name: t('field.outcome'),
    sort: 'outcome',
    cell: ({ outcome }) => <OutcomeMark outcome={outcome} />,
  },
  {
    key: 'status',
    name: t('field.status'),
    sort: 'status',
    cell: ({ status, statusText }) => status ?? statusText ?? '–',
  },
  {
    key: 'source',
    name: t('field.source'),
    sort: 'source',
    cell: ({ source }) => source.name ?? t(`source.${source.kind}`),
  },
  { key: 'client', name: t('field.client'), sort: 'client', cell: ({ userAgent }) => userAgent ?? '–' },
  { key: 'model', name: t('field.model'), sort: 'model', cell: ({ model }) => model ?? '–' },
  { key: 'callType', name: t('field.callType'), sort: null, cell: ({ callType }) => callType ?? '–' },
  {
    key: 'requestId',
    name: t('field.requestId'),
    sort: null,
    cell: ({ requestId }) => (requestId === null ? '–' : <code>{requestId}</code>),
  },
  ...(installations.length === 0 ? [] : [seenByColumn(t, installations)]),
  {
    key: 'place',
    name: t('field.readAt'),
    sort: null,
    cell: ({ origins: [origin] }) => (
      <span className="muted">{origin ? placeInInput(origin.at, t) : '–'}</span>
    ),
  },
]

const seenByColumn = (t: Text, installations: readonly Installation[]): NamedColumn => ({
  key: 'seenBy',
  name: t('records.seenBy'),
  sort: null,
  cell: ({ seenBy }) =>
    seenBy
      .flatMap((index) => {
        const installation = installations[index]
        return installation ? [sightName(installation, index, t)] : []
      })
      .join(t('listJoin')) || '–',
})

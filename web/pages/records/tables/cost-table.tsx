import { useMemo } from 'react'
import type { CallCost } from '../../../../shared/evidence/kinds/call-cost.ts'
import type { Wording } from '../../../../shared/wording/wording.ts'
import { costsQuestion, type CostsPage } from '../../../data/questions/costs-question.ts'
import { useText, type Text } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { WhenText } from '../../../parts/text/when-text.tsx'
import { OpenCell } from './open-cell.tsx'
import { PartTable } from './part-table.tsx'
import type { Column } from './virtual-table.tsx'

/** What each call took of the month's pool, and what those that are shown took together. */
export function CostTable() {
  const t = useText()
  const wording = useWording()
  const columns = useMemo(() => columnsOf(t, wording), [t, wording])
  const summary = ({ total, sum }: CostsPage) => (
    <p>{t('records.costSum', { count: total, ...wording.shareBounds(sum) })}</p>
  )
  return <PartTable part="costs" question={costsQuestion} columns={columns} summary={summary} />
}

const columnsOf = (t: Text, wording: Wording): readonly Column<CallCost>[] => [
  {
    key: 'when',
    title: t('field.when'),
    cell: ({ id, when }) => (
      <OpenCell id={id} title={t('evidence.kind.cost')}>
        <WhenText when={when} />
      </OpenCell>
    ),
  },
  { key: 'product', title: t('field.product'), cell: ({ product }) => product },
  { key: 'share', title: t('field.share'), cell: (cost) => wording.share(cost) },
]

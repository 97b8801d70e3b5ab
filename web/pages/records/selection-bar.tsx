import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { RowFilter } from '../../data/questions/rows/find-rows.ts'
import { MAX_IDS, rowIdsQuestion } from '../../data/questions/rows/rows-question.ts'
import { useAskOnce } from '../../data/use-ask-once.ts'
import { useDeleteRecords } from '../../data/use-delete-records.ts'
import { useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { useUndoStack } from '../../state/undo-stack.ts'

interface SelectionBarProps {
  readonly chosen: ReadonlySet<string>
  readonly onChosen: (ids: ReadonlySet<string>) => void
  readonly filter: RowFilter
  /** How many rows pass the filter. */
  readonly total: number
}

/** What can be done with rows: choose them, and delete those that are chosen. */
export function SelectionBar({ chosen, onChosen, filter, total }: SelectionBarProps) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const askOnce = useAskOnce()
  const deleteRecords = useDeleteRecords()
  const work = async (job: () => Promise<void>) => {
    setBusy(true)
    try {
      await job()
    } catch (error) {
      useUndoStack.getState().fail(error)
    } finally {
      setBusy(false)
    }
  }
  const chooseAll = async () => onChosen(new Set(await askOnce(rowIdsQuestion, filter)))
  const remove = async () => {
    if (await deleteRecords(chosen, t('records.deleted', { count: chosen.size }))) onChosen(new Set())
  }
  return (
    <div className="selection-bar">
      <Button kind="quiet" disabled={busy || total === 0} onClick={() => void work(chooseAll)}>
        {t(total > MAX_IDS ? 'records.chooseNewest' : 'records.chooseAll', {
          count: Math.min(total, MAX_IDS),
        })}
      </Button>
      {chosen.size > 0 ? (
        <>
          <output>{t('records.chosen', { count: chosen.size })}</output>
          <Button
            kind="danger"
            icon={<Trash2 aria-hidden="true" />}
            disabled={busy}
            onClick={() => void work(remove)}
          >
            {t('records.delete', { count: chosen.size })}
          </Button>
          <Button kind="quiet" onClick={() => onChosen(new Set())}>
            {t('records.chooseNone')}
          </Button>
          <span className="muted">{t('records.deleteHint')}</span>
        </>
      ) : null}
    </div>
  )
}

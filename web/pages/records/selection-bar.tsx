import { Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { RowFilter } from '../../data/questions/rows/find-rows.ts'
import { MOST_IDS, rowIdsQuestion } from '../../data/questions/rows/rows-question.ts'
import { useIntakeWorker } from '../../data/intake-context.ts'
import { useAskOnce } from '../../data/use-ask-once.ts'
import { useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { usePreferences } from '../../state/preferences.ts'

interface SelectionBarProps {
  readonly chosen: ReadonlySet<string>
  readonly onChosen: (ids: ReadonlySet<string>) => void
  readonly filter: RowFilter
  /** How many rows pass the filter. */
  readonly total: number
}

/** What can be done with the chosen rows: delete them, and have them back. */
export function SelectionBar({ chosen, onChosen, filter, total }: SelectionBarProps) {
  const t = useText()
  const intake = useIntakeWorker()
  const account = usePreferences((state) => state.account)
  const [busy, setBusy] = useState(false)
  const [deleted, setDeleted] = useState<readonly string[]>([])
  const [said, setSaid] = useState<{ readonly kind: 'info' | 'error'; readonly text: string } | null>(null)
  const askOnce = useAskOnce()
  const work = async (job: () => Promise<string | null>) => {
    setBusy(true)
    try {
      const text = await job()
      if (text !== null) setSaid({ kind: 'info', text })
    } catch (error) {
      setSaid({ kind: 'error', text: error instanceof Error ? error.message : String(error) })
    } finally {
      setBusy(false)
    }
  }
  const chooseAll = () =>
    work(async () => {
      onChosen(new Set(await askOnce(rowIdsQuestion, filter)))
      return null
    })
  const remove = () =>
    work(async () => {
      const count = chosen.size
      setDeleted(await intake.do('drop', { account, ids: [...chosen] }))
      onChosen(new Set())
      return t('records.deleted', { count })
    })
  const undo = () =>
    work(async () => {
      await intake.do('restore', { account, ids: deleted })
      setDeleted([])
      return t('records.restored')
    })
  return (
    <>
      <div className="selection-bar">
        <Button kind="quiet" disabled={busy || total === 0} onClick={() => void chooseAll()}>
          {t('records.chooseAll', { count: Math.min(total, MOST_IDS) })}
        </Button>
        {chosen.size > 0 ? (
          <>
            <output>{t('records.chosen', { count: chosen.size })}</output>
            <Button
              kind="danger"
              icon={<Trash2 aria-hidden="true" />}
              disabled={busy}
              onClick={() => void remove()}
            >
              {t('records.delete', { count: chosen.size })}
            </Button>
            <Button kind="quiet" onClick={() => onChosen(new Set())}>
              {t('records.chooseNone')}
            </Button>
          </>
        ) : null}
      </div>
      {said ? (
        <Notice
          kind={said.kind}
          live
          title={said.text}
          actions={
            deleted.length > 0 ? (
              <Button icon={<Undo2 aria-hidden="true" />} disabled={busy} onClick={() => void undo()}>
                {t('records.undo')}
              </Button>
            ) : null
          }
        >
          {deleted.length > 0 ? <p>{t('records.deletedText')}</p> : null}
        </Notice>
      ) : null}
    </>
  )
}

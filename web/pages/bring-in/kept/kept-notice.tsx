import { Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { isSharedHistory } from '../../../../shared/evidence/shared-history.ts'
import { useIntakeWorker } from '../../../data/intake-context.ts'
import { useText } from '../../../locales/use-text.ts'
import { errorText } from '../../../parts/text/error-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Notice } from '../../../parts/status/notice.tsx'
import { PlaceLink } from '../../../parts/evidence/place-link.tsx'
import { AnswerCard } from '../answer-card.tsx'
import { addUp, type KeptCounts } from './kept-counts.ts'
import { READ_KINDS } from '../../../../shared/evidence/kinds/kinds.ts'
import type { Kept } from '../given/use-intake.ts'

interface KeptNoticeProps {
  readonly kept: Kept
  /** Takes the import back and stages its inputs again. */
  readonly onChange: () => Promise<void>
}

/** The answer that came of an import; below it what was new, what was known already, and what could not be read. */
export function KeptNotice({ kept, onChange }: KeptNoticeProps) {
  const t = useText()
  const notice = useRef<HTMLDivElement>(null)
  const intake = useIntakeWorker()
  const [undoing, setUndoing] = useState<'no' | 'busy' | 'done' | { readonly failure: string }>('no')
  const { importId, inputs } = kept
  const accounts = [...new Set(inputs.map(({ account }) => account))]
  const shared = accounts.filter(isSharedHistory)
  // The button that was pressed is gone; the answer is at the top of the page.
  useEffect(() => {
    notice.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  const attempt = async (act: () => Promise<unknown>, then: 'no' | 'done') => {
    setUndoing('busy')
    try {
      await act()
      setUndoing(then)
    } catch (error) {
      setUndoing({ failure: errorText(error, t) })
    }
  }
  const undo = () => Promise.all(accounts.map((account) => intake.do('undo', { account, importId })))
  if (undoing === 'done') return <Notice kind="info" live title={t('bringIn.undone')} />
  return (
    <div ref={notice} tabIndex={-1} className="kept">
      <AnswerCard />
      <Notice
        kind="info"
        title={t('bringIn.keptTitle')}
        actions={
          <>
            <PlaceLink className="button" to={{ view: 'timeline', day: null }}>
              {t('bringIn.seeTimeline')}
            </PlaceLink>
            <Button disabled={undoing === 'busy'} onClick={() => void attempt(onChange, 'no')}>
              {t('bringIn.change')}
            </Button>
            <Button
              icon={<Undo2 aria-hidden="true" />}
              disabled={undoing === 'busy'}
              onClick={() => void attempt(undo, 'done')}
            >
              {t('bringIn.undo')}
            </Button>
          </>
        }
      >
        <KeptLines counts={addUp(inputs.map(({ summary }) => summary))} />
        {shared.length > 0 ? <p>{t('shared.opened', { count: shared.length })}</p> : null}
        {typeof undoing === 'object' ? <p role="alert">{undoing.failure}</p> : null}
      </Notice>
    </div>
  )
}

function KeptLines({ counts }: { readonly counts: KeptCounts }) {
  const t = useText()
  return (
    <ul>
      {READ_KINDS.flatMap((kind) => lineOf(counts[kind], kind, t)).map((line) => (
        <li key={line}>{line}</li>
      ))}
      <li>{t('bringIn.keptRejects', { count: counts.rejects.added + counts.rejects.known })}</li>
    </ul>
  )
}

function lineOf(
  { added, known }: KeptCounts[(typeof READ_KINDS)[number]],
  kind: (typeof READ_KINDS)[number],
  t: ReturnType<typeof useText>,
): readonly string[] {
  if (added + known === 0) return []
  return [t('bringIn.keptLine', { what: t(`count.${kind}`, { count: added + known }), added, known })]
}

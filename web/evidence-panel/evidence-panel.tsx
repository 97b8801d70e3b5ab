import { piecesQuestion } from '../data/questions/pieces-question.ts'
import { useAnswer } from '../data/use-answer.ts'
import { useText } from '../locales/use-text.ts'
import { errorText } from '../parts/text/error-text.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Notice } from '../parts/status/notice.tsx'
import { Skeleton } from '../parts/status/skeleton.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import type { PanelRequest } from './panel-context.ts'

interface EvidencePanelProps {
  readonly request: PanelRequest
  readonly onClose: () => void
}

/** The pieces that a statement rests on, each with where it was read. */
export function EvidencePanel({ request, onClose }: EvidencePanelProps) {
  const t = useText()
  const { state, value, ...rest } = useAnswer(piecesQuestion, request.refs)
  return (
    <Dialog title={request.title} kind="side" onClose={onClose}>
      {value === null && state === 'loading' ? <Skeleton label={t('loading')} rows={4} /> : null}
      {'error' in rest ? (
        <Notice kind="error" live title={t('failure.title')}>
          <p>{errorText(rest.error, t)}</p>
        </Notice>
      ) : null}
      {value?.items.map((entry) => (
        <EvidenceCard
          key={entry.item.id}
          entry={entry}
          captures={value.captures}
          placed={value.readings.find(({ snapshot }) => snapshot === entry.item.id) ?? null}
        />
      ))}
      {value && value.more > 0 ? <p className="muted">{t('evidence.more', { count: value.more })}</p> : null}
      {value && value.missing > 0 ? (
        <p className="muted">{t('evidence.missing', { count: value.missing })}</p>
      ) : null}
    </Dialog>
  )
}

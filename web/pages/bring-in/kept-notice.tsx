import { useEffect, useRef } from 'react'
import type { PutSummary } from '../../../shared/store/put-summary.ts'
import { useText } from '../../locales/use-text.ts'
import { Notice } from '../../parts/notice.tsx'
import { PlaceLink } from '../../parts/place-link.tsx'
import { addUp, type KeptCounts } from './kept-counts.ts'

const KINDS = ['records', 'snapshots', 'errors', 'calls', 'costs', 'devices', 'marks'] as const

/** What was new, what was known already, and what could not be read. */
export function KeptNotice({ summaries }: { readonly summaries: readonly PutSummary[] }) {
  const t = useText()
  const notice = useRef<HTMLDivElement>(null)
  const counts = addUp(summaries)
  // The button that was pressed is gone; the answer is at the top of the page.
  useEffect(() => {
    notice.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  const lines = KINDS.flatMap((kind) => lineOf(counts[kind], kind, t))
  const rejects = counts.rejects.added + counts.rejects.known
  return (
    <div ref={notice} tabIndex={-1} className="kept">
      <Notice
        kind="info"
        title={t('bringIn.keptTitle')}
        actions={
          <>
            <PlaceLink className="button button-primary" to={{ view: 'incidents' }}>
              {t('bringIn.seeIncidents')}
            </PlaceLink>
            <PlaceLink className="button" to={{ view: 'timeline', day: null }}>
              {t('bringIn.seeTimeline')}
            </PlaceLink>
          </>
        }
      >
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>{t('bringIn.keptRejects', { count: rejects })}</li>
        </ul>
      </Notice>
    </div>
  )
}

function lineOf(
  { added, known }: KeptCounts[(typeof KINDS)[number]],
  kind: (typeof KINDS)[number],
  t: ReturnType<typeof useText>,
): readonly string[] {
  if (added + known === 0) return []
  return [t('bringIn.keptLine', { what: t(`count.${kind}`, { count: added + known }), added, known })]
}

import type { Gap } from '../../../../shared/recorder/gaps.ts'
import { useText } from '../../../locales/use-text.ts'
import { Sentences } from '../../../parts/text/sentences.tsx'
import { useMoment } from './use-moment.ts'

const SHOWN = 20

/** When the recorder did not look, newest first, and whether something was missed by it. */
export function GapList({ gaps }: { readonly gaps: readonly Gap[] }) {
  const t = useText()
  const moment = useMoment()
  if (gaps.length === 0) return null
  return (
    <details>
      <summary>{t('record.gaps', { count: gaps.length })}</summary>
      <ul className="plain-list">
        {gaps.slice(0, SHOWN).map((gap) => (
          <li key={`${gap.site} ${gap.from}`}>
            <Sentences>
              {gap.to === null
                ? t('record.gapSince', { site: gap.site, from: moment(gap.from) })
                : t('record.gap', { site: gap.site, from: moment(gap.from), to: moment(gap.to) })}
              <span className="muted">
                <Sentences>
                  {t(`record.reason.${gap.reason}`)}
                  {gap.joined === null ? null : t(gap.joined ? 'record.joined' : 'record.notJoined')}
                </Sentences>
              </span>
            </Sentences>
          </li>
        ))}
      </ul>
    </details>
  )
}

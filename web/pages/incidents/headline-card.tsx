import { ChartNoAxesGantt, FileOutput } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Incident } from '../../../shared/analyse/report.ts'
import type { Answer } from '../../../shared/analyse/views/answer.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { placeOfBlock } from '../../data/place-of-block.ts'
import type { NextStep } from '../../../shared/analyse/views/next-steps.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { EvidenceButton } from '../../evidence-panel/evidence-button.tsx'
import { AnswerLines } from '../../parts/answer-lines.tsx'
import { PlaceLink } from '../../parts/evidence/place-link.tsx'
import { zoneName } from '../../parts/zone/zone-choices.ts'
import { useZone } from '../../state/use-zone.ts'
import { coverageText } from './coverage-text.ts'
import { FoldLink } from './folds/fold-link.tsx'
import { GradeMark } from './verdicts/grade-mark.tsx'
import { IncidentStrip } from './incident-strip.tsx'
import './headline-card.css'

interface HeadlineCardProps {
  readonly incident: Incident
  readonly answer: Answer
  /** When the answer was given. */
  readonly now: Instant
  /** What the user put beside it. */
  readonly children?: ReactNode
}

/** What it was, until when, and what to do; where it lies in the day, and on what footing it stands. */
export function HeadlineCard({ incident, answer, now, children }: HeadlineCardProps) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const { block } = incident
  const day = placeOfBlock(block, zone)
  return (
    <section className="headline-card" aria-labelledby="headline">
      <GradeMark block={block} />
      <AnswerLines
        id="headline"
        answer={answer}
        now={now}
        linkOfStep={linkOfStep}
        why={<FoldLink fold="causes">{t('incidents.why')}</FoldLink>}
      />
      <IncidentStrip incident={incident} />
      <dl className="headline-facts">
        <div>
          <dt>{t('zone.label')}</dt>
          <dd>{zoneName(zone, t('zone.unknown'))}</dd>
        </div>
        <div>
          <dt>{t('incidents.coverage')}</dt>
          <dd>{coverageText(incident.coverage, t, wording)}</dd>
        </div>
      </dl>
      <div className="headline-actions">
        <EvidenceButton title={t('incidents.blockEvidence')} refs={block.refs} />
        {day ? (
          <PlaceLink className="button button-quiet" to={day}>
            <ChartNoAxesGantt aria-hidden="true" />
            {t('incidents.showDay')}
          </PlaceLink>
        ) : null}
        <PlaceLink className="button button-quiet" to={{ view: 'hand-on', incident: incident.id }}>
          <FileOutput aria-hidden="true" />
          {t('incidents.handOn')}
        </PlaceLink>
      </div>
      {children}
    </section>
  )
}

/** The steps that can be taken in this console. A zone decides something wherever it is asked for, so its fold is there. */
function linkOfStep(step: NextStep['do'], sentence: string): ReactNode {
  if (step === 'say_zone') return <FoldLink fold="zones">{sentence}</FoldLink>
  if (step === 'import_log') return <PlaceLink to={{ view: 'bring-in' }}>{sentence}</PlaceLink>
  return null
}

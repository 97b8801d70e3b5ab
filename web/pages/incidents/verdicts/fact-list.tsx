import { ChartNoAxesGantt, Info, Minus, Plus, type LucideIcon } from 'lucide-react'
import type { Fact } from '../../../../shared/analyse/report.ts'
import { placeOfEvidence } from '../../../data/place-of-block.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { EvidenceButton } from '../../../evidence-panel/evidence-button.tsx'
import { PlaceLink } from '../../../parts/evidence/place-link.tsx'
import { Unbroken } from '../../../parts/text/unbroken.tsx'
import { useZone } from '../../../state/use-zone.ts'
import { useEvidencePlaces } from './evidence-places.ts'
import './fact-list.css'

const ICONS: Readonly<Record<Fact['bearing'], LucideIcon>> = { for: Plus, against: Minus, neutral: Info }

interface FactListProps {
  /** What the evidence of these facts is called where it opens. */
  readonly title: string
  readonly facts: readonly Fact[]
}

/** What speaks for and against, each with its weight, the evidence it rests on, and where that lies on the timeline. */
export function FactList({ title, facts }: FactListProps) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const places = useEvidencePlaces(facts)
  if (facts.length === 0) return <p className="fact-none">{t('incidents.noFacts')}</p>
  return (
    <ul className="fact-list">
      {facts.map((fact) => {
        const Icon = ICONS[fact.bearing]
        const sentence = wording.fact(fact, zone)
        const place = placeOfEvidence(places(fact), zone)
        return (
          <li key={sentence} className={`fact fact-${fact.bearing}`}>
            <Icon aria-hidden="true" />
            <div>
              <p>
                <span className="fact-weight">{weightOf(fact, t)}</span> <Unbroken text={sentence} />
              </p>
              <div className="fact-ways">
                <EvidenceButton title={title} refs={fact.refs} small />
                {place ? (
                  <PlaceLink className="evidence-link" to={place}>
                    <ChartNoAxesGantt aria-hidden="true" />
                    {t('incidents.onTimeline')}
                  </PlaceLink>
                ) : null}
              </div>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function weightOf({ bearing, strong, direct }: Fact, t: ReturnType<typeof useText>): string {
  if (bearing === 'neutral') return t('fact.neutral')
  if (direct) return t(bearing === 'for' ? 'fact.forDirect' : 'fact.againstDirect')
  if (bearing === 'for') return t(strong ? 'fact.forStrong' : 'fact.forWeak')
  return t(strong ? 'fact.againstStrong' : 'fact.againstWeak')
}

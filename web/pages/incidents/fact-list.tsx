import { Info, Minus, Plus, type LucideIcon } from 'lucide-react'
import type { Cause, Fact } from '../../../shared/analyse/report.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { EvidenceButton } from '../../evidence-panel/evidence-button.tsx'
import { useZone } from '../../state/use-zone.ts'
import './fact-list.css'

const ICONS: Readonly<Record<Fact['bearing'], LucideIcon>> = { for: Plus, against: Minus, neutral: Info }

interface FactListProps {
  readonly cause: Cause
  readonly facts: readonly Fact[]
}

/** What speaks for and against one cause, each with its weight and the evidence it rests on. */
export function FactList({ cause, facts }: FactListProps) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  if (facts.length === 0) return <p className="fact-none">{t('incidents.noFacts')}</p>
  return (
    <ul className="fact-list">
      {facts.map((fact) => {
        const Icon = ICONS[fact.bearing]
        const sentence = wording.fact(fact, zone)
        return (
          <li key={sentence} className={`fact fact-${fact.bearing}`}>
            <Icon aria-hidden="true" />
            <div>
              <p>
                <span className="fact-weight">{weightOf(fact, t)}</span> {sentence}
              </p>
              <EvidenceButton
                title={t('incidents.factEvidence', { cause: wording.cause(cause) })}
                refs={fact.refs}
                small
              />
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

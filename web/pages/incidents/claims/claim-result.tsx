import { CircleHelp } from 'lucide-react'
import type { JudgedClaim } from '../../../../shared/analyse/report.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { Sentences } from '../../../parts/text/sentences.tsx'
import { useZone } from '../../../state/use-zone.ts'
import { FactList } from '../verdicts/fact-list.tsx'
import { groupsOf } from '../offsets/group-offsets.ts'
import { OffsetButtons } from '../offsets/offset-buttons.tsx'

interface ClaimResultProps {
  readonly judged: JudgedClaim
  readonly understood: boolean
}

/** What the evidence says to a claim: the verdict, the facts with their arithmetic, and under which offsets it holds. */
export function ClaimResult({ judged, understood }: ClaimResultProps) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  if (!understood)
    return (
      <div className="claim-result">
        <p className="claim-unread">
          <CircleHelp aria-hidden="true" />
          <Sentences>
            <strong>{t('claims.notUnderstood')}</strong>
            {judged.facts.map((fact) => wording.fact(fact, zone))}
          </Sentences>
        </p>
      </div>
    )
  const groups = groupsOf(judged.byOffset ?? {})
  return (
    <div className="claim-result">
      <VerdictMark verdict={judged.verdict} />
      <FactList title={t('claims.evidence')} facts={judged.facts} />
      {groups.length > 1 ? (
        <dl className="claim-offsets">
          {groups.map(({ verdict, offsets }) => (
            <div key={verdict}>
              <dt>
                <VerdictMark verdict={verdict} />
              </dt>
              <dd>
                <OffsetButtons verdict={verdict} offsets={offsets} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  )
}

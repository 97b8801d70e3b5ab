import { isPremise } from '../../../../shared/analyse/judge/facts/premise.ts'
import type { CauseVerdict, Fact } from '../../../../shared/analyse/report.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { EvidenceButton } from '../../../evidence-panel/evidence-button.tsx'
import { Notice } from '../../../parts/status/notice.tsx'
import { Unbroken } from '../../../parts/text/unbroken.tsx'
import { useZone } from '../../../state/use-zone.ts'

/** What all verdicts rest on: said once and first, instead of under each of the seven. */
export function Premises({ verdicts }: { readonly verdicts: readonly CauseVerdict[] }) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const sentences = new Map<string, Fact>()
  for (const fact of verdicts.flatMap(({ facts }) => facts).filter(isPremise))
    sentences.set(wording.fact(fact, zone), fact)
  if (sentences.size === 0) return null
  return (
    <>
      {[...sentences].map(([sentence, fact]) => (
        <Notice
          key={sentence}
          kind="warn"
          title={t('incidents.premise')}
          actions={<EvidenceButton title={t('incidents.premise')} refs={fact.refs} />}
        >
          <p>
            <Unbroken text={sentence} />
          </p>
        </Notice>
      ))}
    </>
  )
}

import type { CauseVerdict, Verdict } from '../../../../shared/analyse/report.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { FoldedCard } from '../folds/folded-card.tsx'
import { FactList } from './fact-list.tsx'
import { isPremise } from '../../../../shared/analyse/judge/facts/premise.ts'
import { Premises } from './premises.tsx'
import './verdict-table.css'

/** The order in which they are counted: what may have been the reason before what cannot. */
const VERDICTS: readonly Verdict[] = ['supported', 'consistent', 'undecidable', 'contradicted']

/** All seven causes, always: what is ruled out is as much of an answer as what is not. */
export function VerdictTable({ verdicts }: { readonly verdicts: readonly CauseVerdict[] }) {
  const t = useText()
  const wording = useWording()
  const counts = VERDICTS.flatMap((verdict) => {
    const count = verdicts.filter((each) => each.verdict === verdict).length
    return count === 0 ? [] : t('incidents.verdictCount', { count, verdict: wording.verdict(verdict) })
  })
  return (
    <FoldedCard fold="causes" title={t('incidents.verdicts')} note={counts.join(t('listJoin'))} flush>
      <div className="verdict-lead">
        <Premises verdicts={verdicts} />
        <p className="card-note">{t('incidents.verdictsNote')}</p>
      </div>
      <table className="verdict-table">
        <thead>
          <tr>
            <th scope="col">{t('incidents.cause')}</th>
            <th scope="col">{t('incidents.verdict')}</th>
            <th scope="col">{t('incidents.facts')}</th>
          </tr>
        </thead>
        <tbody>
          {verdicts.map(({ cause, verdict, facts }) => (
            <tr key={cause}>
              <th scope="row">
                <span className="verdict-cause">{wording.cause(cause)}</span>
                <span className="verdict-meaning">{wording.causeMeaning(cause)}</span>
              </th>
              <td>
                <VerdictMark verdict={verdict} />
              </td>
              <td>
                <FactList
                  title={t('incidents.factEvidence', { cause: wording.cause(cause) })}
                  facts={facts.filter((fact) => !isPremise(fact))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </FoldedCard>
  )
}

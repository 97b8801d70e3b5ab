import type { CauseVerdict } from '../../../../shared/analyse/report.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { Card } from '../../../parts/card.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { FactList } from './fact-list.tsx'
import { isPremise } from '../../../../shared/analyse/judge/facts/premise.ts'
import './verdict-table.css'

/** All seven causes, always: what is ruled out is as much of an answer as what is not. */
export function VerdictTable({ verdicts }: { readonly verdicts: readonly CauseVerdict[] }) {
  const t = useText()
  const wording = useWording()
  return (
    <Card title={t('incidents.verdicts')} note={t('incidents.verdictsNote')} flush>
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
    </Card>
  )
}

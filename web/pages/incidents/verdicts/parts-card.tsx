import type { IncidentPart } from '../../../../shared/analyse/report.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { useZone } from '../../../state/use-zone.ts'
import { FoldedCard } from '../folds/folded-card.tsx'
import './parts-card.css'

/** What refused in each part of an incident, where it changed in between: the time, the cause, and what it was not. */
export function PartsCard({ parts }: { readonly parts: readonly IncidentPart[] }) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  if (parts.length < 2) return null
  return (
    <FoldedCard fold="parts" title={t('incidents.parts')} note={t('incidents.partsNote')} flush>
      <table className="parts-table">
        <thead>
          <tr>
            <th scope="col">{t('incidents.part')}</th>
            <th scope="col">{t('incidents.cause')}</th>
            <th scope="col">{t('incidents.partRuledOut')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const when = wording.part(part, zone)
            const ruledOut = part.verdicts.filter(({ verdict }) => verdict === 'contradicted')
            return (
              <tr key={when}>
                <th scope="row">{when}</th>
                <td>
                  {part.leading === 'unknown' ? null : <VerdictMark verdict="supported" />}
                  <span className="part-cause">{wording.cause(part.leading)}</span>
                </td>
                <td>{ruledOut.map(({ cause }) => wording.cause(cause)).join(t('listJoin'))}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </FoldedCard>
  )
}

import type { CauseVerdict } from '../../../../shared/analyse/report.ts'
import { UNKNOWN_ZONE } from '../../../../shared/time/zone.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { ZonePicker } from '../../../parts/zone/zone-picker.tsx'
import { goTo } from '../../../state/use-place.ts'
import { useZone } from '../../../state/use-zone.ts'
import { FoldedCard } from '../folds/folded-card.tsx'
import { groupOffsets } from './group-offsets.ts'
import { OffsetButtons } from './offset-buttons.tsx'
import './offset-table.css'

/**
 * With the zone unknown: under which UTC offset each verdict would be what. Offsets of one verdict stand together, and
 * each can be tried on.
 */
export function OffsetTable({ verdicts }: { readonly verdicts: readonly CauseVerdict[] }) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const { differing, excluded } = groupOffsets(verdicts)
  if (differing.length === 0 && excluded.length === 0) return null
  return (
    <FoldedCard fold="zones" title={t('offsets.title')} note={t('offsets.note')} flush>
      <table className="offset-table">
        <thead>
          <tr>
            <th scope="col">{t('incidents.cause')}</th>
            <th scope="col">{t('incidents.verdict')}</th>
            <th scope="col">{t('offsets.offsets')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.flatMap(({ cause, groups }) =>
            groups.map(({ verdict, offsets }, index) => (
              <tr key={`${cause} ${verdict}`}>
                {index === 0 ? (
                  <th scope="rowgroup" rowSpan={groups.length}>
                    {wording.cause(cause)}
                  </th>
                ) : null}
                <td>
                  <VerdictMark verdict={verdict} />
                </td>
                <td>
                  <OffsetButtons verdict={verdict} offsets={offsets} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      <div className="offset-picker">
        <ZonePicker
          label={t('offsets.pick')}
          hint={t('offsets.pickHint')}
          value={zone}
          onChange={(chosen) => goTo({ zone: chosen === UNKNOWN_ZONE ? null : chosen })}
        />
      </div>
      {excluded.length > 0 ? (
        <details className="offset-excluded">
          <summary>{t('offsets.excluded', { count: excluded.length })}</summary>
          <ul>
            {excluded.map(({ offset, fact }) => (
              <li key={offset}>{wording.fact(fact, zone)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </FoldedCard>
  )
}

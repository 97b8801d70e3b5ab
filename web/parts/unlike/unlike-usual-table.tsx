import type {
  Compared,
  Middle,
  PartTaken,
  UnlikeUsual,
} from '../../../shared/analyse/views/year/unlike-usual.ts'
import type { Proportion } from '../../../shared/analyse/views/year/proportion.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { TableScroll } from '../table-scroll.tsx'
import '../plain-table.css'

/** What was different while blocked, as counts with their uncertainty. It names no cause: what differs may as well follow from the block. */
export function UnlikeUsualTable({ unlike }: { readonly unlike: UnlikeUsual }) {
  const t = useText()
  const { parts, startsPerMinute, inFlight } = unlike
  return (
    <TableScroll label={t('unlike.title')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('unlike.what')}</th>
            <th scope="col">{t('unlike.whileBlocked')}</th>
            <th scope="col">{t('unlike.otherDays')}</th>
            <th scope="col">{t('unlike.differs')}</th>
          </tr>
        </thead>
        <tbody>
          {startsPerMinute ? <ComparedRow name={t('unlike.starts')} compared={startsPerMinute} /> : null}
          {inFlight ? <ComparedRow name={t('unlike.inFlightLeast')} compared={inFlight.least} /> : null}
          {inFlight ? <ComparedRow name={t('unlike.inFlightMost')} compared={inFlight.most} /> : null}
          {parts.map((part) => (
            <PartRow key={`${part.kind} ${part.name}`} part={part} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** So many of so many, and between which shares that may lie. */
function useProportionText(): (proportion: Proportion) => string {
  const t = useText()
  const wording = useWording()
  return ({ count, of, least, most }) =>
    t('unlike.ofStretches', {
      count,
      of,
      least: wording.percent(Math.round(least * 100)),
      most: wording.percent(Math.round(most * 100)),
    })
}

function PartRow({ part: { kind, name, blocked, usual, apart } }: { readonly part: PartTaken }) {
  const t = useText()
  const text = useProportionText()
  return (
    <tr>
      <th scope="row">{t(`unlike.kind.${kind}`, { name: name === '' ? t('unlike.signedIn') : name })}</th>
      <td>
        {blocked.of === 1 ? t(blocked.count === 1 ? 'unlike.there' : 'unlike.notThere') : text(blocked)}
      </td>
      <td>{text(usual)}</td>
      <td>{t(apart ? 'unlike.apart' : 'unlike.notApart')}</td>
    </tr>
  )
}

interface ComparedRowProps {
  readonly name: string
  readonly compared: Compared
}

function ComparedRow({ name, compared: { blocked, usual, asMany, apart } }: ComparedRowProps) {
  const t = useText()
  const text = useProportionText()
  const middle = ({ lower, median, upper }: Middle) =>
    lower === upper ? String(median) : t('unlike.middle', { median, lower, upper })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{middle(blocked)}</td>
      <td>
        {middle(usual)}
        {t('unlike.asMany', { least: blocked.median, share: text(asMany) })}
      </td>
      <td>{t(apart ? 'unlike.apart' : 'unlike.notApart')}</td>
    </tr>
  )
}

import type { Middle, PartTaken, UnlikeUsual } from '../../../shared/analyse/views/year/unlike-usual.ts'
import type { Proportion } from '../../../shared/analyse/views/year/proportion.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { Card } from '../../parts/card.tsx'
import { TableScroll } from '../../parts/table-scroll.tsx'

/** What was different while blocked, as counts with their uncertainty. It names no cause: what differs may as well follow from the block. */
export function UnlikeCard({ unlike }: { readonly unlike: UnlikeUsual }) {
  const t = useText()
  const { blocks, leftOut, others, parts, startsPerMinute, inFlight } = unlike
  if (blocks === 0 || others === 0)
    return (
      <Card title={t('year.unlike')}>
        <p>{t(blocks === 0 ? 'year.unlikeNone' : 'year.unlikeNoOthers')}</p>
      </Card>
    )
  return (
    <Card title={t('year.unlike')} note={t('year.unlikeNote')}>
      <p>
        {t('year.unlikeBlocks', { count: blocks })} {t('year.unlikeOthers', { count: others })}{' '}
        {leftOut > 0 ? t('year.unlikeLeftOut', { count: leftOut }) : null}
      </p>
      <TableScroll label={t('year.unlike')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('year.what')}</th>
              <th scope="col">{t('year.whileBlocked')}</th>
              <th scope="col">{t('year.otherDays')}</th>
              <th scope="col">{t('year.differs')}</th>
            </tr>
          </thead>
          <tbody>
            {startsPerMinute ? <MiddleRow name={t('year.starts')} {...startsPerMinute} /> : null}
            {inFlight ? <MiddleRow name={t('year.inFlightLeast')} {...inFlight.least} /> : null}
            {inFlight ? <MiddleRow name={t('year.inFlightMost')} {...inFlight.most} /> : null}
            {parts.map((part) => (
              <PartRow key={`${part.kind} ${part.name}`} part={part} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Card>
  )
}

function PartRow({ part: { kind, name, blocked, usual, apart } }: { readonly part: PartTaken }) {
  const t = useText()
  const wording = useWording()
  const text = ({ count, of, least, most }: Proportion) =>
    t('year.ofStretches', {
      count,
      of,
      least: wording.percent(Math.round(least * 100)),
      most: wording.percent(Math.round(most * 100)),
    })
  return (
    <tr>
      <th scope="row">{t(`year.kind.${kind}`, { name: name === '' ? t('year.signedIn') : name })}</th>
      <td>{text(blocked)}</td>
      <td>{text(usual)}</td>
      <td>{t(apart ? 'year.apart' : 'year.notApart')}</td>
    </tr>
  )
}

interface MiddleRowProps {
  readonly name: string
  readonly blocked: Middle
  readonly usual: Middle
}

function MiddleRow({ name, blocked, usual }: MiddleRowProps) {
  const t = useText()
  const text = ({ lower, median, upper }: Middle) => t('year.middle', { median, lower, upper })
  const isApart = blocked.lower > usual.upper || usual.lower > blocked.upper
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{text(blocked)}</td>
      <td>{text(usual)}</td>
      <td>{t(isApart ? 'year.apart' : 'year.notApart')}</td>
    </tr>
  )
}

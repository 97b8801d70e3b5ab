import type { PlacedReading } from '../../shared/analyse/report.ts'
import { meterConflicts } from '../../shared/analyse/views/meter-conflicts.ts'
import type { Meter, QuotaSnapshot, Wallet } from '../../shared/evidence/kinds/quota-snapshot.ts'
import { useText, type Text } from '../locales/use-text.ts'
import { useWording } from '../locales/use-wording.ts'
import { FieldList } from '../parts/field-list.tsx'
import { WhenText } from '../parts/text/when-text.tsx'
import { useZone } from '../state/use-zone.ts'

interface SnapshotFieldsProps {
  readonly snapshot: QuotaSnapshot
  readonly placed: PlacedReading | null
}

export function SnapshotFields({ snapshot, placed }: SnapshotFieldsProps) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  return (
    <>
      <MeterTable meters={snapshot.meters} />
      <FieldList
        unknown={t('notSaid')}
        fields={[
          ...(snapshot.example ? [{ name: t('field.standing'), value: t('evidence.example') }] : []),
          { name: t('field.snapshotSource'), value: t(`snapshotSource.${snapshot.source}`) },
          { name: t('field.when'), value: <WhenText when={snapshot.when} /> },
          {
            name: t('field.placed'),
            value: placed ? `${wording.span(placed.span, zone)} · ${t(`placedBy.${placed.basis}`)}` : null,
          },
          { name: t('field.plan'), value: snapshot.plan },
          { name: t('field.cap'), value: snapshot.cap },
          { name: t('field.wallet'), value: snapshot.wallet && walletText(snapshot.wallet, t) },
          { name: t('field.inFlight'), value: snapshot.inFlight },
          ...meterConflicts(snapshot.meters).map((conflict) => ({
            name: t('field.conflict'),
            value: wording.conflict(conflict, zone),
          })),
        ]}
      />
    </>
  )
}

function MeterTable({ meters }: { readonly meters: readonly Meter[] }) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  if (meters.length === 0) return <p className="muted">{t('evidence.noMeters')}</p>
  return (
    <table className="meter-table">
      <thead>
        <tr>
          <th scope="col">{t('field.window')}</th>
          <th scope="col">{t('field.used')}</th>
          <th scope="col">{t('field.reset')}</th>
        </tr>
      </thead>
      <tbody>
        {meters.map((meter) => (
          <tr key={`${meter.window} ${meter.pool} ${meter.encoding}`}>
            <th scope="row">{windowText(meter, wording.window(meter.window), t)}</th>
            <td>
              {meter.usedPercent === null ? t('notSaid') : wording.percent(meter.usedPercent)}
              {meter.explicit || meter.usedPercent === null ? null : ` (${t('evidence.implied')})`}
            </td>
            <td>{resetText(meter, t, wording, zone)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const windowText = ({ pool, encoding }: Meter, name: string, t: Text): string =>
  [name, pool === null ? null : t(`pool.${pool}`), t(`encoding.${encoding}`)].filter(Boolean).join(' · ')

function walletText({ currency, leftCents, monthlyLimitCents, monthlyUsedCents }: Wallet, t: Text): string {
  const amount = (cents: number | null) =>
    cents === null ? t('notSaid') : [(cents / 100).toFixed(2), currency].filter(Boolean).join(' ')
  return t('evidence.wallet', {
    left: amount(leftCents),
    used: amount(monthlyUsedCents),
    limit: amount(monthlyLimitCents),
  })
}

function resetText(
  { reset }: Meter,
  t: Text,
  wording: ReturnType<typeof useWording>,
  zone: ReturnType<typeof useZone>,
): string {
  if (reset === null) return t('notSaid')
  if (reset.kind !== 'in') return wording.reset(reset, zone)
  return t('evidence.resetIn', { min: wording.duration(reset.min), max: wording.duration(reset.max) })
}

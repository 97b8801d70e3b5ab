import type { Incident } from '../../../shared/analyse/report.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { PlaceLink } from '../../parts/place-link.tsx'
import { useZone } from '../../state/use-zone.ts'
import { GradeMark } from './grade-mark.tsx'
import './incident-list.css'

interface IncidentListProps {
  readonly incidents: readonly Incident[]
  readonly current: string
}

export function IncidentList({ incidents, current }: IncidentListProps) {
  const t = useText()
  return (
    <nav className="incident-list" aria-label={t('incidents.listLabel')}>
      <p className="incident-count">{t('incidents.count', { count: incidents.length })}</p>
      <ol>
        {incidents.map((incident) => (
          <IncidentEntry key={incident.id} incident={incident} current={incident.id === current} />
        ))}
      </ol>
    </nav>
  )
}

function IncidentEntry({ incident, current }: { readonly incident: Incident; readonly current: boolean }) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const { block, leading, verdicts } = incident
  const ruledOut = verdicts.filter(({ verdict }) => verdict === 'contradicted').length
  return (
    <li>
      <PlaceLink
        to={{ view: 'incidents', incident: incident.id }}
        aria-current={current ? 'true' : undefined}
        className="incident-entry"
      >
        <span className="incident-when">{wording.block(block, zone)}</span>
        <GradeMark block={block} />
        <span className={leading === 'unknown' ? 'incident-cause' : 'incident-cause incident-supported'}>
          {leading === 'unknown'
            ? t('incidents.ruledOut', { count: ruledOut })
            : t('incidents.supports', { cause: wording.cause(leading) })}
        </span>
      </PlaceLink>
    </li>
  )
}

import { useState } from 'react'
import type { Incident } from '../../../shared/analyse/report.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { Button } from '../../parts/button.tsx'
import { PlaceLink } from '../../parts/place-link.tsx'
import { useZone } from '../../state/use-zone.ts'
import { GradeMark } from './grade-mark.tsx'
import './incident-list.css'

interface IncidentListProps {
  readonly incidents: readonly Incident[]
  readonly current: string
  readonly tagsOf: (incident: string) => readonly string[]
}

/** So many entries at once: a year may have a thousand, and the newest are looked for most. */
const AT_ONCE = 50

export function IncidentList({ incidents, current, tagsOf }: IncidentListProps) {
  const t = useText()
  const [more, setMore] = useState(AT_ONCE)
  const at = incidents.findIndex(({ id }) => id === current)
  const shown = incidents.slice(0, Math.max(more, at + 1))
  return (
    <nav className="incident-list" aria-label={t('incidents.listLabel')}>
      <ol>
        {shown.map((incident) => (
          <IncidentEntry
            key={incident.id}
            incident={incident}
            current={incident.id === current}
            tags={tagsOf(incident.id)}
          />
        ))}
      </ol>
      {shown.length < incidents.length ? (
        <Button onClick={() => setMore(shown.length + AT_ONCE)}>
          {t('incidents.more', { count: Math.min(AT_ONCE, incidents.length - shown.length) })}
        </Button>
      ) : null}
    </nav>
  )
}

interface IncidentEntryProps {
  readonly incident: Incident
  readonly current: boolean
  readonly tags: readonly string[]
}

function IncidentEntry({ incident, current, tags }: IncidentEntryProps) {
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
        {tags.length > 0 ? (
          <span className="tags">
            {tags.map((tag) => (
              <span key={tag} className="tag tag-plain">
                {tag}
              </span>
            ))}
          </span>
        ) : null}
      </PlaceLink>
    </li>
  )
}

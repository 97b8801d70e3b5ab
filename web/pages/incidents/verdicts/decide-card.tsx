import { PackageSearch } from 'lucide-react'
import type { MissingEvidence } from '../../../../shared/analyse/report.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { Card } from '../../../parts/card.tsx'
import { PlaceLink } from '../../../parts/evidence/place-link.tsx'
import { useZone } from '../../../state/use-zone.ts'
import './decide-card.css'

/** What nobody has brought in yet and would decide the causes that are open, the most telling first. */
export function DecideCard({ missing }: { readonly missing: readonly MissingEvidence[] }) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  if (missing.length === 0) return null
  return (
    <Card
      title={t('incidents.decide')}
      note={t('incidents.decideNote')}
      actions={
        <PlaceLink className="button" to={{ view: 'bring-in' }}>
          <PackageSearch aria-hidden="true" />
          {t('incidents.decideAction')}
        </PlaceLink>
      }
    >
      <ol className="decide">
        {missing.map((each) => {
          const sentence = wording.missing(each, zone)
          return (
            <li key={sentence}>
              <p>{sentence}</p>
              <p className={each.decides ? 'decide-causes strong' : 'decide-causes'}>
                {wording.missingFor(each)}
              </p>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

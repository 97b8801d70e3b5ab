import { ChartNoAxesGantt, Trash2 } from 'lucide-react'
import type { Incident } from '../../../../shared/analyse/report.ts'
import { adding, inverseOf } from '../../../../shared/evidence/user-items.ts'
import type { Mark } from '../../../../shared/evidence/kinds/mark.ts'
import { placeOfWhen } from '../../../data/place-of-block.ts'
import { useUserChange } from '../../../data/use-user-items.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { PlaceLink } from '../../../parts/evidence/place-link.tsx'
import { WhenText } from '../../../parts/text/when-text.tsx'
import { useZone } from '../../../state/use-zone.ts'
import { MarkForm } from './mark-form.tsx'
import { marksNear } from './marks-near.ts'
import './marks-card.css'

interface MarksCardProps {
  readonly incident: Incident
  readonly marks: readonly Mark[]
}

/** What the user says about a time: it is evidence, and what is concluded changes with it. */
export function MarksCard({ incident, marks }: MarksCardProps) {
  const t = useText()
  const zone = useZone()
  const near = marksNear(marks, incident.block, zone)
  return (
    <Card title={t('marks.title')} note={t('marks.note')}>
      {near.length > 0 ? (
        <ul className="marks">
          {near.map((mark) => (
            <MarkEntry key={mark.id} mark={mark} />
          ))}
        </ul>
      ) : null}
      <MarkForm key={incident.id} incident={incident} />
      {marks.length > near.length ? (
        <p className="field-hint">{t('marks.elsewhere', { count: marks.length - near.length })}</p>
      ) : null}
    </Card>
  )
}

function MarkEntry({ mark }: { readonly mark: Mark }) {
  const t = useText()
  const zone = useZone()
  const change = useUserChange()
  const place = placeOfWhen(mark.when, zone)
  return (
    <li className="mark-entry">
      <p>
        <strong className={`mark-kind mark-kind-${mark.kind}`}>{t(`markKind.${mark.kind}`)}</strong>{' '}
        <WhenText when={mark.when} />
        {mark.text === '' ? null : <span className="mark-text">{mark.text}</span>}
      </p>
      <div className="mark-actions">
        {place ? (
          <PlaceLink className="button button-quiet" to={place}>
            <ChartNoAxesGantt aria-hidden="true" />
            {t('incidents.onTimeline')}
          </PlaceLink>
        ) : null}
        <Button
          kind="quiet"
          aria-label={t('marks.remove', { kind: t(`markKind.${mark.kind}`) })}
          icon={<Trash2 aria-hidden="true" />}
          onClick={() => void change(inverseOf(adding({ marks: [mark] })), t('marks.removed'))}
        />
      </div>
    </li>
  )
}

import { useId } from 'react'
import type { Zone } from '../../../shared/time/zone.ts'
import { incidentsQuestion } from '../../data/questions/incidents/incidents-question.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { goTo } from '../../state/use-place.ts'
import '../../parts/field.css'

/** More than anybody looks through in a list without a search. */
const NEWEST = { offset: 0, count: 100 }

interface IncidentChoiceProps {
  readonly zone: Zone
  /** The one that is handed on; null for all of them, or, of a format that takes only one, for the newest. */
  readonly incident: string | null
  readonly isOne: boolean
}

/** Which incident is handed on: one of the newest, or the one that the reader came from, or all. */
export function IncidentChoice({ zone, incident, isOne }: IncidentChoiceProps) {
  const t = useText()
  const id = useId()
  const language = useLanguage()
  const wording = useWording()
  const newest = useAnswer(incidentsQuestion, { filter: {}, language, wanted: null, stretch: NEWEST }).value
  const entries = newest?.entries ?? []
  const isOlder = newest !== null && incident !== null && entries.every((each) => each.id !== incident)
  const own = useAnswer(
    incidentsQuestion,
    isOlder ? { filter: {}, language, wanted: { id: incident, when: null }, stretch: NEWEST } : null,
  ).value
  const older = isOlder && own?.shown?.id === incident ? [own.shown] : []
  const isCut = newest !== null && entries.length < newest.total
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {t('handOn.incident')}
      </label>
      <select
        id={id}
        className="field-control"
        value={incident ?? ''}
        aria-describedby={isCut ? `${id}-cut` : undefined}
        onChange={(event) => goTo({ incident: event.currentTarget.value || null })}
      >
        <option value="">{t(isOne ? 'handOn.newestIncident' : 'handOn.allIncidents')}</option>
        {[...entries, ...older].map(({ id: each, block }) => (
          <option key={each} value={each}>
            {wording.block(block, zone)}
          </option>
        ))}
      </select>
      {isCut ? (
        <p id={`${id}-cut`} className="field-hint">
          {t('handOn.olderIncidents', { count: entries.length })}
        </p>
      ) : null}
    </div>
  )
}

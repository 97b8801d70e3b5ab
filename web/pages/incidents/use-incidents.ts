import { useEffect, useState } from 'react'
import { whenOfBlock } from '../../../shared/analyse/blocks/attach-annotations.ts'
import type { Wanted } from '../../data/questions/incidents/find-shown.ts'
import { incidentsQuestion, type IncidentsPage } from '../../data/questions/incidents/incidents-question.ts'
import type { Stretch } from '../../data/questions/incidents/list-stretch.ts'
import { useAnswer, type Answer } from '../../data/use-answer.ts'
import { useLanguage } from '../../locales/use-text.ts'
import { replacePlace, usePlace } from '../../state/use-place.ts'

interface Incidents {
  readonly answer: Answer<IncidentsPage>
  /** Shows these entries of the list, as long as it is narrowed to the same. */
  readonly onStretch: (stretch: Stretch) => void
}

/** The part of the list that is looked at, and the incident of the address, or its heir, or the first of the list. */
export function useIncidents(): Incidents {
  const { incident: wantedId, filter } = usePlace()
  const language = useLanguage()
  const [seen, setSeen] = useState<Wanted | null>(null)
  const [asked, setAsked] = useState<{ readonly of: string; readonly stretch: Stretch } | null>(null)
  const of = JSON.stringify(filter)
  const wanted = wantedId === null ? null : seen?.id === wantedId ? seen : { id: wantedId, when: null }
  const answer = useAnswer(incidentsQuestion, {
    filter,
    language,
    wanted,
    stretch: asked?.of === of ? asked.stretch : null,
  })
  // Only an answer to this very ask says what became of what is wanted.
  const page = answer.state === 'ready' ? answer.value : null
  const shown = page && !page.gone ? page.shown : null
  // It is remembered when it was: when it is gone, its heir is the one over that time.
  if (shown && shown.id === wantedId && wanted?.when === null)
    setSeen({ id: shown.id, when: whenOfBlock(shown.block) })
  const heir = shown && wantedId !== null && shown.id !== wantedId ? shown.id : null
  useEffect(() => {
    if (heir !== null) replacePlace({ incident: heir })
  }, [heir])
  return { answer, onStretch: (stretch) => setAsked({ of, stretch }) }
}

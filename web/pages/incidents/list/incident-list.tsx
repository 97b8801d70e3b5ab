import { useEffect, useRef, useState } from 'react'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { IncidentsPage, ListedIncident } from '../../../data/questions/incidents/incidents-question.ts'
import { AT_ONCE, type Stretch } from '../../../data/questions/incidents/list-stretch.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { Button } from '../../../parts/button.tsx'
import { PlaceLink } from '../../../parts/evidence/place-link.tsx'
import { Unbroken } from '../../../parts/text/unbroken.tsx'
import { useZone } from '../../../state/use-zone.ts'
import { GradeMark } from '../verdicts/grade-mark.tsx'
import './incident-list.css'

interface IncidentListProps {
  readonly page: IncidentsPage
  readonly current: string
  readonly onStretch: (stretch: Stretch) => void
}

/** A part of the list, and buttons for what is newer and older. An entry says which of how many it is. */
export function IncidentList({
  page: { offset, entries, total, now },
  current,
  onStretch,
}: IncidentListProps) {
  const t = useText()
  const list = useRef<HTMLOListElement>(null)
  /** The place of the first entry that the last press is to show. */
  const [revealed, setRevealed] = useState<number | null>(null)
  const end = offset + entries.length
  useEffect(() => {
    // A button goes when there is nothing more in its direction, and with it the keyboard's place.
    if (revealed === null || revealed < offset || revealed >= end) return
    if (document.activeElement === document.body)
      list.current?.querySelectorAll('a')[revealed - offset]?.focus()
  }, [revealed, offset, end])
  const newer = Math.min(AT_ONCE, offset)
  const older = Math.min(AT_ONCE, total - end)
  const show = (first: number, from: number, to: number) => {
    setRevealed(first)
    onStretch({ offset: from, count: to - from })
  }
  return (
    <nav className="incident-list" aria-label={t('incidents.listLabel')}>
      {newer > 0 ? (
        <Button onClick={() => show(offset - 1, offset - newer, end)}>
          {t('incidents.newer', { count: newer })}
        </Button>
      ) : null}
      <ol ref={list}>
        {entries.map((entry, index) => (
          <IncidentEntry
            key={entry.id}
            entry={entry}
            now={now}
            current={entry.id === current}
            place={offset + index + 1}
            total={total}
          />
        ))}
      </ol>
      {older > 0 ? (
        <Button onClick={() => show(end, offset, end + older)}>
          {t('incidents.more', { count: older })}
        </Button>
      ) : null}
    </nav>
  )
}

interface IncidentEntryProps {
  readonly entry: ListedIncident
  readonly now: Instant
  readonly current: boolean
  /** Counted from 1, in a list of `total`. */
  readonly place: number
  readonly total: number
}

function IncidentEntry({ entry, now, current, place, total }: IncidentEntryProps) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const { id, block, leading, ruledOut, tags } = entry
  return (
    <li aria-posinset={place} aria-setsize={total}>
      <PlaceLink
        to={{ view: 'incidents', incident: id, part: null }}
        aria-current={current ? 'true' : undefined}
        className="incident-entry"
      >
        <span className="incident-when" title={wording.block(block, zone)}>
          <Unbroken text={wording.times(now, zone).stretch(block)} />
        </span>
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

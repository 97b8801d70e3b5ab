import { useId, useMemo, useState } from 'react'
import { readZone, UNKNOWN_ZONE, type KnownZone, type Zone } from '../../../shared/time/zone.ts'
import { useHost } from '../../app/host-context.ts'
import { useText } from '../../locales/use-text.ts'
import { isOffset, isZoneMeant, namedZones, offsetChoices, offsetLabel, zoneName } from './zone-choices.ts'
import '../field.css'

interface ZonePickerProps {
  readonly label: string
  readonly hint?: string
  readonly value: Zone
  readonly onChange: (zone: Zone) => void
  readonly hideLabel?: boolean
}

/**
 * "I don't know" first: it is an answer, and a better one than a guess. Then the reader's own zone, the offsets, and
 * all names. The list is a native one; a search above it leaves what is meant, and Enter takes the first of it.
 */
export function ZonePicker({ label, hint, value, onChange, hideLabel = false }: ZonePickerProps) {
  const id = useId()
  const t = useText()
  const { clock } = useHost()
  const here = clock.zone()
  const offsets = useMemo(() => offsetChoices(clock.now()), [clock])
  const names = useMemo(() => namedZones(), [])
  const [typed, setTyped] = useState('')
  // what is chosen stays in the list, or it would seem to be another
  const isShown = (zone: KnownZone) => zone === value || isZoneMeant(zone, typed)
  const first = [...offsets, ...names].find((zone) => typed.trim() !== '' && isZoneMeant(zone, typed))
  const unlisted = value !== UNKNOWN_ZONE && isOffset(value) && !offsets.includes(value)
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <ZoneSearch
        typed={typed}
        onType={setTyped}
        onEnter={() => {
          if (first) onChange(first)
        }}
      />
      <select
        id={id}
        className="field-control"
        value={value}
        onChange={(event) => onChange(readZone(event.currentTarget.value) ?? value)}
        aria-describedby={hint ? `${id}-hint` : undefined}
      >
        <option value={UNKNOWN_ZONE}>{t('zone.unknownChoice')}</option>
        <optgroup label={t('zone.thisMachine')}>
          <option value={here}>{zoneName(here, here)}</option>
        </optgroup>
        <optgroup label={t('zone.offsets')}>
          {unlisted ? <option value={value}>{offsetLabel(value)}</option> : null}
          {offsets.filter(isShown).map((offset) => (
            <option key={offset} value={offset}>
              {offsetLabel(offset)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('zone.names')}>
          {names
            .filter((name) => name !== here && isShown(name))
            .map((name) => (
              <option key={name} value={name}>
                {zoneName(name, name)}
              </option>
            ))}
        </optgroup>
      </select>
      {hint ? (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}

interface ZoneSearchProps {
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onEnter: () => void
}

function ZoneSearch({ typed, onType, onEnter }: ZoneSearchProps) {
  const t = useText()
  return (
    <input
      type="search"
      className="field-control"
      value={typed}
      placeholder={t('zone.searchHint')}
      aria-label={t('zone.search')}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        onEnter()
      }}
    />
  )
}

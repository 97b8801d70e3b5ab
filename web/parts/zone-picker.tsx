import { useId, useMemo } from 'react'
import { readZone, UNKNOWN_ZONE, type Zone } from '../../shared/time/zone.ts'
import { useHost } from '../app/host-context.ts'
import { useText } from '../locales/use-text.ts'
import { isOffset, namedZones, offsetChoices, offsetLabel } from './zone-choices.ts'
import './field.css'

interface ZonePickerProps {
  readonly label: string
  readonly hint?: string
  readonly value: Zone
  readonly onChange: (zone: Zone) => void
  readonly hideLabel?: boolean
}

/**
 * "I don't know" first: it is an answer, and a better one than a guess. Then the reader's own zone, the offsets, and
 * all names; a native list, so that typing a name finds it.
 */
export function ZonePicker({ label, hint, value, onChange, hideLabel = false }: ZonePickerProps) {
  const id = useId()
  const t = useText()
  const { clock } = useHost()
  const here = clock.zone()
  const offsets = useMemo(() => offsetChoices(clock.now()), [clock])
  const names = useMemo(() => namedZones(), [])
  const unlisted = value !== UNKNOWN_ZONE && isOffset(value) && !offsets.includes(value)
  const change = (text: string) => {
    const zone = readZone(text)
    if (zone !== null) onChange(zone)
  }
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <select
        id={id}
        className="field-control"
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        aria-describedby={hint ? `${id}-hint` : undefined}
      >
        <option value={UNKNOWN_ZONE}>{t('zone.unknownChoice')}</option>
        <optgroup label={t('zone.thisMachine')}>
          <option value={here}>{here}</option>
        </optgroup>
        <optgroup label={t('zone.offsets')}>
          {unlisted ? <option value={value}>{offsetLabel(value)}</option> : null}
          {offsets.map((offset) => (
            <option key={offset} value={offset}>
              {offsetLabel(offset)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('zone.names')}>
          {names
            .filter((name) => name !== here)
            .map((name) => (
              <option key={name} value={name}>
                {name}
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

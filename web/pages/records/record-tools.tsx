import { useId } from 'react'
import type { RowFilter } from '../../data/questions/rows/find-rows.ts'
import { useText } from '../../locales/use-text.ts'
import type { Filter } from '../../state/place.ts'
import { usePreferences } from '../../state/preferences.ts'
import { replacePlace } from '../../state/use-place.ts'
import { ALWAYS_SHOWN, recordColumns } from './record-columns.tsx'
import { OUTCOME_CHOICES } from './row-address.ts'
import { SearchField } from './search-field.tsx'
import '../../parts/field.css'

interface RecordToolsProps {
  readonly filter: RowFilter
  readonly place: Filter
  readonly total: number
  readonly all: number
}

/** Search, outcome, and which columns are shown. */
export function RecordTools({ filter, place, total, all }: RecordToolsProps) {
  const t = useText()
  const id = useId()
  const change = (name: 'text' | 'outcome' | 'from' | 'to', text: string) =>
    replacePlace({ filter: { ...place, [name]: text || undefined } })
  return (
    <div className="record-tools">
      <SearchField
        text={filter.text}
        hint={t('records.searchHint')}
        onText={(text) => change('text', text)}
      />
      <div className="field">
        <label className="field-label" htmlFor={`${id}-outcome`}>
          {t('field.outcome')}
        </label>
        <select
          id={`${id}-outcome`}
          className="field-control"
          value={filter.outcome}
          onChange={({ currentTarget: { value } }) => change('outcome', value === 'any' ? '' : value)}
        >
          {OUTCOME_CHOICES.map((each) => (
            <option key={each} value={each}>
              {each === 'any' ? t('records.anyOutcome') : t(`outcome.${each}`)}
            </option>
          ))}
        </select>
      </div>
      {(['from', 'to'] as const).map((edge) => (
        <div key={edge} className="field">
          <label className="field-label" htmlFor={`${id}-${edge}`}>
            {t(`records.${edge}`)}
          </label>
          <input
            id={`${id}-${edge}`}
            type="datetime-local"
            className="field-control"
            value={place[edge] ?? ''}
            onChange={({ currentTarget: { value } }) => change(edge, value)}
          />
        </div>
      ))}
      <ColumnChoice />
      <output className="muted">
        {total === all ? t('records.shownAll', { count: all }) : t('records.shown', { count: total, all })}
      </output>
    </div>
  )
}

function ColumnChoice() {
  const t = useText()
  const hidden = usePreferences((state) => state.hiddenColumns)
  const set = usePreferences((state) => state.set)
  const toggle = (key: string) =>
    set({ hiddenColumns: hidden.includes(key) ? hidden.filter((each) => each !== key) : [...hidden, key] })
  return (
    <details className="column-choice">
      <summary>{t('records.columns')}</summary>
      <fieldset>
        <legend className="visually-hidden">{t('records.columns')}</legend>
        {recordColumns(t)
          .filter(({ key }) => key !== ALWAYS_SHOWN)
          .map(({ key, name }) => (
            <label key={key} className="choice">
              <input type="checkbox" checked={!hidden.includes(key)} onChange={() => toggle(key)} />
              {name}
            </label>
          ))}
      </fieldset>
    </details>
  )
}

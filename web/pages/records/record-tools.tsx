import { useId } from 'react'
import type { Installation } from '../../../shared/evidence/installation.ts'
import type { RowFilter } from '../../data/questions/rows/find-rows.ts'
import { useText } from '../../locales/use-text.ts'
import type { Filter } from '../../state/place.ts'
import { usePreferences } from '../../state/preferences.ts'
import { sightName } from '../../parts/sight-name.ts'
import { replacePlace } from '../../state/use-place.ts'
import { ALWAYS_SHOWN, recordColumns } from './tables/record-columns.tsx'
import { OUTCOME_CHOICES } from './row-address.ts'
import { SearchField } from './search-field.tsx'
import '../../parts/field.css'

interface RecordToolsProps {
  readonly filter: RowFilter
  readonly place: Filter
  readonly total: number
  readonly all: number
  /** Of which the history is; none where it is of one only. */
  readonly installations: readonly Installation[]
}

/** Search, outcome, and which columns are shown. */
export function RecordTools({ filter, place, total, all, installations }: RecordToolsProps) {
  const t = useText()
  const id = useId()
  const change = (name: 'text' | 'outcome' | 'installation' | 'from' | 'to', text: string) =>
    replacePlace({ filter: { ...place, [name]: text || undefined } })
  return (
    <div className="record-tools">
      <SearchField
        text={filter.text}
        hint={t('records.searchHint')}
        onText={(text) => change('text', text)}
      />
      <ChoiceField
        label={t('field.outcome')}
        value={filter.outcome}
        choices={OUTCOME_CHOICES.map((each) => ({
          value: each,
          text: each === 'any' ? t('records.anyOutcome') : t(`outcome.${each}`),
        }))}
        onChoice={(value) => change('outcome', value === 'any' ? '' : value)}
      />
      {installations.length === 0 ? null : (
        <ChoiceField
          label={t('records.seenBy')}
          value={filter.installation ?? ''}
          choices={[
            { value: '', text: t('records.anyInstallation') },
            ...installations.map((each, index) => ({ value: each.id, text: sightName(each, index, t) })),
          ]}
          onChoice={(value) => change('installation', value)}
        />
      )}
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
      <ColumnChoice installations={installations} />
      <output className="muted">
        {total === all ? t('records.shownAll', { count: all }) : t('records.shown', { count: total, all })}
      </output>
    </div>
  )
}

interface ChoiceFieldProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly onChoice: (value: string) => void
}

function ChoiceField({ label, value, choices, onChoice }: ChoiceFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="field-control"
        value={value}
        onChange={({ currentTarget }) => onChoice(currentTarget.value)}
      >
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {each.text}
          </option>
        ))}
      </select>
    </div>
  )
}

function ColumnChoice({ installations }: Pick<RecordToolsProps, 'installations'>) {
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
        {recordColumns(t, installations)
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

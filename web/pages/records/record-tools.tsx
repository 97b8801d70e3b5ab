import type { Installation } from '../../../shared/evidence/installation.ts'
import type { RowFilter } from '../../data/questions/rows/find-rows.ts'
import { useText } from '../../locales/use-text.ts'
import type { Filter } from '../../state/place.ts'
import { usePreferences } from '../../state/preferences.ts'
import { InputField } from '../../parts/input-field.tsx'
import { SelectField } from '../../parts/select-field.tsx'
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
  const change = (name: 'text' | 'outcome' | 'installation' | 'from' | 'to', text: string) =>
    replacePlace({ filter: { ...place, [name]: text || undefined } })
  return (
    <div className="record-tools">
      <SearchField
        text={filter.text}
        hint={t('records.searchHint')}
        onText={(text) => change('text', text)}
      />
      <SelectField
        label={t('field.outcome')}
        value={filter.outcome}
        choices={OUTCOME_CHOICES.map((each) => ({
          value: each,
          text: each === 'any' ? t('records.anyOutcome') : t(`outcome.${each}`),
        }))}
        onChoice={(value) => change('outcome', value === 'any' ? '' : value)}
      />
      {installations.length === 0 ? null : (
        <SelectField
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
        <InputField
          key={edge}
          label={t(`records.${edge}`)}
          type="datetime-local"
          value={place[edge] ?? ''}
          onText={(text) => change(edge, text)}
        />
      ))}
      <ColumnChoice installations={installations} />
      <output className="muted">
        {total === all ? t('records.shownAll', { count: all }) : t('records.shown', { count: total, all })}
      </output>
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

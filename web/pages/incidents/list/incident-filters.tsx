import { ListFilter, Search, X } from 'lucide-react'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import type { Filter, FilterName } from '../../../state/place.ts'
import { replacePlace } from '../../../state/use-place.ts'
import { GRADES, LEADING, partsSet } from '../../../data/questions/incidents/filter-incidents.ts'
import { InputField } from '../../../parts/input-field.tsx'
import { SelectField } from '../../../parts/select-field.tsx'
import '../../../parts/field.css'
import '../../../parts/link-button.css'
import './incident-filters.css'

interface IncidentFiltersProps {
  readonly filter: Filter
  readonly tags: readonly string[]
  readonly shown: number
  readonly all: number
}

/** Narrows the list; what is set stands in the address. Changes are in place of each other: "back" leaves the list. */
export function IncidentFilters({ filter, tags, shown, all }: IncidentFiltersProps) {
  const t = useText()
  const set = (name: FilterName, text: string) =>
    replacePlace({ filter: { ...filter, [name]: text || undefined } })
  const hidden = partsSet({ ...filter, text: undefined })
  return (
    <search className="incident-filters" aria-label={t('filter.label')}>
      <div className="filter-search">
        <Search aria-hidden="true" />
        <input
          type="search"
          className="field-control"
          aria-label={t('filter.text')}
          placeholder={t('filter.textHint')}
          value={filter.text ?? ''}
          onChange={(event) => set('text', event.currentTarget.value)}
        />
      </div>
      <details className="filter-more">
        <summary>
          <ListFilter aria-hidden="true" />
          {hidden > 0 ? t('filter.moreSet', { count: hidden }) : t('filter.more')}
        </summary>
        <FilterFields filter={filter} tags={tags} onChange={set} />
      </details>
      <div className="filter-result">
        <output>
          {partsSet(filter) > 0
            ? t('filter.shown', { count: shown, all })
            : t('incidents.count', { count: all })}
        </output>
        {partsSet(filter) > 0 ? (
          <button type="button" className="link-button" onClick={() => replacePlace({ filter: {} })}>
            <X aria-hidden="true" />
            {t('filter.clear')}
          </button>
        ) : null}
      </div>
    </search>
  )
}

interface FilterFieldsProps {
  readonly filter: Filter
  readonly tags: readonly string[]
  readonly onChange: (name: FilterName, text: string) => void
}

/** What is seldom narrowed by: grade, leading cause, from when to when, tag. */
function FilterFields({ filter, tags, onChange }: FilterFieldsProps) {
  const t = useText()
  const wording = useWording()
  const anyOption = { value: '', text: t('filter.any') } as const
  const asked = filter.tag === undefined || tags.includes(filter.tag) ? [] : [filter.tag]
  return (
    <div className="filter-fields">
      <SelectField
        label={t('filter.grade')}
        value={filter.grade ?? ''}
        choices={[anyOption, ...GRADES.map((value) => ({ value, text: wording.grade(value) }))]}
        onChoice={(grade) => onChange('grade', grade)}
      />
      <SelectField
        label={t('incidents.leading')}
        value={filter.cause ?? ''}
        choices={[anyOption, ...LEADING.map((value) => ({ value, text: wording.cause(value) }))]}
        onChoice={(cause) => onChange('cause', cause)}
      />
      {(['from', 'to'] as const).map((edge) => (
        <InputField
          key={edge}
          label={t(`filter.${edge}`)}
          type="date"
          value={filter[edge] ?? ''}
          onText={(day) => onChange(edge, day)}
        />
      ))}
      <SelectField
        label={t('filter.tag')}
        value={filter.tag ?? ''}
        disabled={tags.length === 0 && filter.tag === undefined}
        choices={[
          tags.length === 0 ? { value: '', text: t('filter.noTags') } : anyOption,
          ...[...tags, ...asked].map((tag) => ({ value: tag, text: tag })),
        ]}
        onChoice={(tag) => onChange('tag', tag)}
      />
    </div>
  )
}

import { ListFilter, Search, X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import type { Filter, FilterName } from '../../../state/place.ts'
import { replacePlace } from '../../../state/use-place.ts'
import { GRADES, LEADING, partsSet } from '../../../data/questions/incidents/filter-incidents.ts'
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
  const wording = useWording()
  const id = useId()
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
        <div className="filter-fields">
          <FilterField label={t('filter.grade')} id={`${id}-grade`}>
            <select
              id={`${id}-grade`}
              className="field-control"
              value={filter.grade ?? ''}
              onChange={(event) => set('grade', event.currentTarget.value)}
            >
              <option value="">{t('filter.any')}</option>
              {GRADES.map((grade) => (
                <option key={grade} value={grade}>
                  {wording.grade(grade)}
                </option>
              ))}
            </select>
          </FilterField>
          <FilterField label={t('incidents.leading')} id={`${id}-cause`}>
            <select
              id={`${id}-cause`}
              className="field-control"
              value={filter.cause ?? ''}
              onChange={(event) => set('cause', event.currentTarget.value)}
            >
              <option value="">{t('filter.any')}</option>
              {LEADING.map((cause) => (
                <option key={cause} value={cause}>
                  {wording.cause(cause)}
                </option>
              ))}
            </select>
          </FilterField>
          {(['from', 'to'] as const).map((edge) => (
            <FilterField key={edge} label={t(`filter.${edge}`)} id={`${id}-${edge}`}>
              <input
                id={`${id}-${edge}`}
                type="date"
                className="field-control"
                value={filter[edge] ?? ''}
                onChange={(event) => set(edge, event.currentTarget.value)}
              />
            </FilterField>
          ))}
          <FilterField label={t('filter.tag')} id={`${id}-tag`}>
            <select
              id={`${id}-tag`}
              className="field-control"
              value={filter.tag ?? ''}
              disabled={tags.length === 0 && filter.tag === undefined}
              onChange={(event) => set('tag', event.currentTarget.value)}
            >
              <option value="">{t(tags.length === 0 ? 'filter.noTags' : 'filter.any')}</option>
              {(filter.tag === undefined || tags.includes(filter.tag) ? tags : [...tags, filter.tag]).map(
                (tag) => (
                  <option key={tag} value={tag}>
                    {tag}
                  </option>
                ),
              )}
            </select>
          </FilterField>
        </div>
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

interface FilterFieldProps {
  readonly label: string
  readonly id: string
  readonly children: ReactNode
}

function FilterField({ label, id, children }: FilterFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {children}
    </div>
  )
}

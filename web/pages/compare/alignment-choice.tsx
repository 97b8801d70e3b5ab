import { useId } from 'react'
import type { Alignment } from '../../../shared/analyse/day-slots.ts'
import { useText } from '../../locales/use-text.ts'
import { goTo } from '../../state/use-place.ts'

export const ALIGNMENTS = ['clock', 'window', 'first_request'] as const satisfies readonly Alignment[]

/** By what the days are lined up. */
export function AlignmentChoice({ alignment }: { readonly alignment: Alignment }) {
  const t = useText()
  const id = useId()
  return (
    <div className="field day-field">
      <label htmlFor={id} className="field-label">
        {t('compare.alignment')}
      </label>
      <select
        id={id}
        className="field-control"
        value={alignment}
        onChange={(event) => goTo({ part: event.currentTarget.value })}
      >
        {ALIGNMENTS.map((each) => (
          <option key={each} value={each}>
            {t(`compare.by.${each}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

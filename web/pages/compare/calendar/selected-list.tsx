import { X } from 'lucide-react'
import type { StretchTally } from '../../../../shared/analyse/blocks/stretch.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { goTo } from '../../../state/use-place.ts'
import { observedText } from '../tables/figures-text.ts'
import { keyOf, madeFirst, placeOfStretches, toggled } from './selection.ts'
import { SeriesSign } from '../charts/series.tsx'
import type { StretchText } from '../use-stretch-text.ts'

interface SelectedListProps {
  readonly days: readonly StretchTally[]
  readonly text: StretchText
}

/** What is laid side by side, each with its line, and how much of it was seen; the first is what the others are held against. */
export function SelectedList({ days, text }: SelectedListProps) {
  const t = useText()
  const wording = useWording()
  const stretches = days.map(({ stretch }) => stretch)
  return (
    <ul className="selected" aria-label={t('compare.selected')}>
      {days.map((day, index) => {
        const name = text.long(day)
        return (
          <li key={keyOf(day.stretch)} className="selected-entry">
            <SeriesSign index={index} />
            <span>
              {name} <span className="selected-base">{observedText(day, t, wording)}</span>
            </span>
            {index === 0 ? (
              <span className="selected-base">{t('compare.base')}</span>
            ) : (
              <button
                type="button"
                aria-label={t('compare.makeBase', { name })}
                onClick={() => goTo(placeOfStretches(madeFirst(stretches, day.stretch)))}
              >
                {t('compare.toBase')}
              </button>
            )}
            <button
              type="button"
              aria-label={t('compare.remove', { name })}
              onClick={() => goTo(placeOfStretches(toggled(stretches, day.stretch)))}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

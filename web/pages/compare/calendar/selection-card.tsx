import { useState } from 'react'
import { MAX_COMPARED } from '../../../../shared/analyse/views/days.ts'
import type { Stretch } from '../../../../shared/analyse/blocks/stretch.ts'
import type { Day } from '../../../../shared/time/day.ts'
import type { CalendarMonth } from '../../../data/questions/calendar-question.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { RadioChoices } from '../../../parts/radio-choices.tsx'
import { SelectField } from '../../../parts/select-field.tsx'
import { goTo } from '../../../state/use-place.ts'
import { DayCalendar } from './day-calendar.tsx'
import { besideOf, PRESETS } from './presets.ts'
import { ALIGNMENTS, placeOfStretches, toggled, type CompareKind } from './selection.ts'
import { WindowList } from './window-list.tsx'
import type { Alignment } from '../../../../shared/analyse/views/day-slots.ts'
import './selection-card.css'

interface SelectionCardProps {
  readonly shown: CalendarMonth
  readonly stretches: readonly Stretch[]
  readonly alignment: Alignment
  readonly onMonth: (month: Day) => void
}

const firstOf = (kind: CompareKind, { newest }: CalendarMonth): Stretch | null => {
  const day = newest.at(-1)
  return kind === 'day' && day !== undefined ? { kind: 'day', day } : null
}

/** One press for what is compared most: the first day or window beside another that lies at hand. */
function Presets({ base }: { readonly base: Stretch | null }) {
  const t = useText()
  const ways = PRESETS.flatMap((preset) => {
    const beside = base && besideOf(preset, base)
    return base && beside ? [{ preset, to: placeOfStretches([base, beside]) }] : []
  })
  if (ways.length === 0) return null
  return (
    <fieldset className="compare-presets">
      <legend className="field-label">{t('compare.presets')}</legend>
      {ways.map(({ preset, to }) => (
        <Button key={preset} onClick={() => goTo(to)}>
          {t(`compare.preset.${preset}`)}
        </Button>
      ))}
    </fieldset>
  )
}

/** Which days or windows are laid side by side, and by what they are lined up. */
export function SelectionCard({ shown, stretches, alignment, onMonth }: SelectionCardProps) {
  const t = useText()
  const [kind, setKind] = useState<CompareKind>(stretches[0]?.kind ?? 'day')
  const days = stretches.flatMap((stretch) => (stretch.kind === 'day' ? [stretch.day] : []))
  const windows = stretches.flatMap((stretch) => (stretch.kind === 'window' ? [stretch.from] : []))
  const [looked, setLooked] = useState<Day>(days.at(-1) ?? shown.newest.at(-1) ?? shown.month)
  const full = stretches.length >= MAX_COMPARED
  const toggle = (stretch: Stretch) => {
    // Days and windows are not laid side by side: the first of the other kind begins anew.
    const same = stretches.filter((each) => each.kind === stretch.kind)
    goTo(placeOfStretches(toggled(same, stretch)))
  }
  return (
    <Card title={t('compare.choose')} note={t(full ? 'compare.full' : 'compare.chooseNote')}>
      <div className="selection">
        <DayCalendar
          shown={shown}
          selected={kind === 'day' ? days : [looked]}
          full={kind === 'day' && full && days.length > 0}
          multiple={kind === 'day'}
          onMonth={onMonth}
          onToggle={(day) => {
            if (kind === 'day') toggle({ kind: 'day', day })
            else setLooked(day)
          }}
        />
        <div className="selection-choices">
          <RadioChoices
            className="selection-kinds"
            legend={t('compare.kind')}
            value={kind}
            choices={(['day', 'window'] as const).map((value) => ({
              value,
              text: t(`compare.kinds.${value}`),
            }))}
            onChoice={setKind}
          />
          <SelectField
            label={t('compare.alignment')}
            value={alignment}
            choices={ALIGNMENTS.map((value) => ({ value, text: t(`compare.by.${value}`) }))}
            onChoice={(part) => goTo({ part })}
          />
          <Presets base={stretches[0] ?? firstOf(kind, shown)} />
          {kind === 'window' ? (
            <WindowList
              day={looked}
              zone={shown.zone}
              selected={windows}
              full={full && windows.length > 0}
              onToggle={(from) => toggle({ kind: 'window', from })}
            />
          ) : (
            <CalendarLegend />
          )}
        </div>
      </div>
    </Card>
  )
}

function CalendarLegend() {
  const t = useText()
  return (
    <ul className="calendar-legend">
      <li>
        <span className="calendar-day calendar-swatch">
          <span className="calendar-blocked">{t('calendar.minutes', { count: 64 })}</span>
        </span>
        {t('calendar.legendBlocked')}
      </li>
      <li>
        <span className="calendar-day calendar-swatch calendar-unseen" />
        {t('calendar.legendUnseen')}
      </li>
    </ul>
  )
}

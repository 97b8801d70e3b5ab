import { useId } from 'react'
import { NOTICE_KINDS, type NoticeKind, type Settings } from '../../../../shared/recorder/settings.ts'
import { useHost } from '../../../app/host-context.ts'
import { useText } from '../../../locales/use-text.ts'
import { Card } from '../../../parts/card.tsx'
import type { SettingsCardProps } from './card-props.ts'
import { LimitSelect } from './limit-select.tsx'
import { TimeField } from './time-field.tsx'
import { useChosen } from './use-chosen.ts'

type Notices = Settings['notices']

const PERCENT = [50, 70, 80, 90, 95] as const
const NIGHT = { from: '22:00', to: '07:00' } as const

/** What may be told of while nobody looks. The browser is asked for leave when the first of them is switched on. */
export function NoticesCard({ settings, act }: SettingsCardProps) {
  const t = useText()
  const { extension } = useHost()
  const [notices, choose] = useChosen(settings.notices, async (next) => {
    const more = next.kinds.length > settings.notices.kinds.length
    if (more && extension && !(await extension.allowNotices())) return
    await act((each) => each.change({ notices: next }))
  })
  const change = (part: Partial<Notices>) => choose({ ...notices, ...part })
  const toggle = (kind: NoticeKind, on: boolean) => {
    const others = notices.kinds.filter((each) => each !== kind)
    change({ kinds: on ? [...others, kind] : others })
  }
  return (
    <Card title={t('notices.title')} note={t('notices.note')}>
      <fieldset className="choices">
        <legend>{t('notices.tell')}</legend>
        {NOTICE_KINDS.map((kind) => (
          <label key={kind} className="choice">
            <input
              type="checkbox"
              checked={notices.kinds.includes(kind)}
              onChange={(event) => toggle(kind, event.currentTarget.checked)}
            />
            {t(`notices.kind.${kind}`)}
          </label>
        ))}
      </fieldset>
      <LimitSelect
        label={t('notices.nearly')}
        value={notices.nearlyPercent}
        choices={PERCENT}
        say={(percent) => `${percent} %`}
        onChange={(percent) => change({ nearlyPercent: percent ?? notices.nearlyPercent })}
      />
      <QuietHours quiet={notices.quiet} onChange={(quiet) => change({ quiet })} />
    </Card>
  )
}

interface QuietHoursProps {
  readonly quiet: Notices['quiet']
  readonly onChange: (quiet: Notices['quiet']) => void
}

/** From when to when nothing is told. */
function QuietHours({ quiet, onChange }: QuietHoursProps) {
  const t = useText()
  const id = useId()
  return (
    <>
      <label className="choice" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={quiet !== null}
          onChange={(event) => onChange(event.currentTarget.checked ? NIGHT : null)}
        />
        {t('notices.quiet')}
      </label>
      {quiet === null ? null : (
        <div className="settings-row">
          <TimeField
            label={t('notices.from')}
            value={quiet.from}
            onChange={(from) => onChange({ ...quiet, from })}
          />
          <TimeField label={t('notices.to')} value={quiet.to} onChange={(to) => onChange({ ...quiet, to })} />
        </div>
      )}
    </>
  )
}

import { useFindingsState } from '../data/findings.ts'
import { useText } from '../locales/use-text.ts'
import { Notice } from '../parts/status/notice.tsx'
import { PlaceLink } from '../parts/evidence/place-link.tsx'

/** Days that are kept and cannot be read back, with the way to save what can; nothing while all can be read. */
export function DamagedDays() {
  const t = useText()
  const findings = useFindingsState()
  if (findings.state !== 'ready' || findings.findings.damaged.length === 0) return null
  const { damaged } = findings.findings
  return (
    <Notice
      kind="error"
      live
      title={t('failure.damaged.title', { count: damaged.length })}
      actions={
        <PlaceLink className="button" to={{ view: 'hand-on' }}>
          {t('failure.damaged.save')}
        </PlaceLink>
      }
    >
      <p>{t('failure.damaged.text')}</p>
      <ul>
        {damaged.map(({ kind, basis, day }) => (
          <li key={`${kind} ${basis} ${day}`}>
            {day === ''
              ? t('failure.damaged.undated', { kind: t(`failure.damaged.kind.${kind}`) })
              : t('failure.damaged.day', { day, kind: t(`failure.damaged.kind.${kind}`) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

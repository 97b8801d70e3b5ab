import { OctagonPause, Zap } from 'lucide-react'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { LOOKS } from './resets/reset-events.ts'
import { ResetMark } from './resets/reset-mark.tsx'
import './blocks/block-lane.css'
import './requests/burst-lane.css'
import './blocks/coverage-lane.css'
import './legend.css'
import './meters/meter-lane.css'
import './requests/request-lane.css'

/** What each sign means, in words. */
export function Legend() {
  const t = useText()
  const wording = useWording()
  return (
    <ul className="legend" aria-label={t('timeline.legend')}>
      {(['success', 'failure', 'unknown'] as const).map((outcome) => (
        <li key={outcome}>
          <i className={`swatch bar-${outcome}`} />
          {t(`outcome.${outcome}`)}
        </li>
      ))}
      <li>
        <i className="swatch swatch-block">
          <OctagonPause aria-hidden="true" />
        </i>
        {t('timeline.legendBlocked')}
      </li>
      <li>
        <i className="swatch swatch-in-flight" />
        {t('timeline.legendInFlight')}
      </li>
      <li>
        <i className="swatch burst-other">
          <Zap aria-hidden="true" />
        </i>
        {t('timeline.burst')}
      </li>
      {(['5h', '7d', 'month'] as const).map((window) => (
        <li key={window}>
          <svg
            className={`swatch-line meter-line meter-line-${window}`}
            viewBox="0 0 24 4"
            aria-hidden="true"
          >
            <path d="M0 2h24" />
          </svg>
          {t('timeline.legendMeter', { window: wording.window(window) })}
        </li>
      ))}
      {LOOKS.map((look) => (
        <li key={look}>
          <ResetMark look={look} />
          {t('timeline.legendReset', { look: t(`timeline.look.${look}`) })}
        </li>
      ))}
      <li>
        <i className="swatch cover-observed" />
        {t('timeline.legendIdle')}
      </li>
      <li>
        <i className="swatch cover-partly" />
        {t('timeline.partly')}
      </li>
      <li>
        <i className="swatch cover-unobserved" />
        {t('timeline.unobserved')}
      </li>
    </ul>
  )
}

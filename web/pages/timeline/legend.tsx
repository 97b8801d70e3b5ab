import { OctagonPause } from 'lucide-react'
import { useText } from '../../locales/use-text.ts'
import { ResetMark } from './reset-mark.tsx'
import './block-lane.css'
import './coverage-lane.css'
import './legend.css'
import './request-lane.css'

const LOOKS = ['reported', 'observed', 'inferred', 'due'] as const

/** What each sign means, in words. */
export function Legend() {
  const t = useText()
  return (
    <ul className="legend" aria-label={t('timeline.legend')}>
      <li>
        <i className="swatch bar-success" />
        {t('outcome.success')}
      </li>
      <li>
        <i className="swatch bar-failure" />
        {t('outcome.failure')}
      </li>
      <li>
        <i className="swatch bar-unknown" />
        {t('outcome.unknown')}
      </li>
      <li>
        <i className="swatch swatch-block">
          <OctagonPause aria-hidden="true" />
        </i>
        {t('timeline.legendBlocked')}
      </li>
      <li>
        <i className="swatch cover-observed" />
        {t('timeline.legendIdle')}
      </li>
      <li>
        <i className="swatch cover-unobserved" />
        {t('timeline.unobserved')}
      </li>
      {LOOKS.map((look) => (
        <li key={look}>
          <ResetMark look={look} />
          {t('timeline.legendReset', { look: t(`timeline.look.${look}`) })}
        </li>
      ))}
    </ul>
  )
}

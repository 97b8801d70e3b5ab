import { Fragment } from 'react'
import { useText } from '../../locales/use-text.ts'
import { TIMELINE_LANES } from './timeline-lanes.ts'
import './legend.css'

/** What each sign means, in words. */
export function Legend() {
  const t = useText()
  return (
    <ul className="legend" aria-label={t('timeline.legend')}>
      {TIMELINE_LANES.map(({ name, Legend: Items }) => (
        <Fragment key={name}>{Items ? <Items /> : null}</Fragment>
      ))}
    </ul>
  )
}

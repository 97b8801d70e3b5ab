import type { Cause } from '../../../shared/analyse/report.ts'
import './cause-swatch.css'

/** The pattern of a cause: each has its own, so that it is told without colour too. */
export const causeClass = (cause: Cause | 'unknown'): string => `cause-fill cause-${cause.replace('_', '-')}`

export const CauseSwatch = ({ cause }: { readonly cause: Cause | 'unknown' }) => (
  <span className={`cause-swatch ${causeClass(cause)}`} aria-hidden="true" />
)

import type { ResetLook } from './reset-events.ts'

interface ResetMarkProps {
  readonly look: ResetLook
  /** Half as broad, for resets that lie near each other. */
  readonly slim?: boolean
}

/** A reset as a sign: filled when a reading states it, ringed when seen, hollow and dashed when worked out, "?" when due. */
export function ResetMark({ look, slim = false }: ResetMarkProps) {
  const middle = slim ? 4 : 8
  return (
    <svg
      className={`reset-mark reset-mark-${look} ${slim ? 'reset-mark-slim' : ''}`}
      viewBox={`0 0 ${2 * middle} 16`}
      aria-hidden="true"
    >
      {/* a slim diamond has no room for a "?", which says enough by itself */}
      {slim && look === 'due' ? null : (
        <path d={slim ? 'M4 1 7.250 8 4 15 .750 8Z' : 'M8 1.500 14.500 8 8 14.500 1.500 8Z'} />
      )}
      {look === 'observed' ? <circle cx={middle} cy="8" r={slim ? 1.25 : 2} /> : null}
      {look === 'due' ? (
        <text x={middle} y="11" textAnchor="middle">
          ?
        </text>
      ) : null}
    </svg>
  )
}

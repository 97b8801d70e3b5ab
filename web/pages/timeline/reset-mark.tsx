import type { ResetLook } from './reset-events.ts'

/** A reset as a sign: filled when a reading states it, ringed when seen, hollow and dashed when worked out, "?" when due. */
export function ResetMark({ look }: { readonly look: ResetLook }) {
  return (
    <svg className={`reset-mark reset-mark-${look}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 1.500 14.500 8 8 14.500 1.500 8Z" />
      {look === 'observed' ? <circle cx="8" cy="8" r="2" /> : null}
      {look === 'due' ? (
        <text x="8" y="11" textAnchor="middle">
          ?
        </text>
      ) : null}
    </svg>
  )
}

import './series.css'

/**
 * The dashes of the n-th line of a comparison: what tells lines apart where colour does not. As in series.css, which has
 * the colours of the same number.
 */
export const DASHES = ['', '8 4', '2 4', '10 3 2 3', '16 5', '5 2', '12 3 2 3 2 3', '1 3'] as const

/** The line of a day in the chart, beside its name. */
export function SeriesSign({ index }: { readonly index: number }) {
  return (
    <svg className={`series-sign series-${index}`} viewBox="0 0 28 8" aria-hidden="true">
      <path d="M0 4H28" strokeDasharray={DASHES[index]} />
    </svg>
  )
}

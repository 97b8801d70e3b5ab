/** The line of a day in the chart, beside its name: solid for the first, dashed for the second. */
export function DaySign({ index }: { readonly index: number }) {
  return <span className={`day-sign day-sign-${index}`} aria-hidden="true" />
}

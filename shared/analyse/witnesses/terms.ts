import type { Evidence } from '../../evidence/evidence.ts'
import { isExample } from '../../evidence/example.ts'
import type { Instant } from '../../time/instant.ts'
import { firstIndex } from '../first-index.ts'
import type { Report } from '../report.ts'
import { listReadings } from '../views/reading-list.ts'

/** What the dated readings of an account tell of its plan and its cap, each in the order of time. */
export type Terms = readonly (readonly { readonly at: Instant; readonly value: string }[])[]

/** Of equal times the value that sorts last counts, so that an engine can say the same. */
export function termsOf(witness: {
  readonly evidence: Pick<Evidence, 'snapshots'>
  readonly report: Pick<Report, 'zone' | 'readings'>
}): Terms {
  const dated = listReadings(witness).flatMap(({ snapshot, time: { span, ambiguous } }) =>
    span && !ambiguous && !isExample(snapshot) ? [{ at: span.from, snapshot }] : [],
  )
  return (['plan', 'cap'] as const).map((term) =>
    dated
      .flatMap(({ at, snapshot }) => (snapshot[term] === null ? [] : [{ at, value: String(snapshot[term]) }]))
      .toSorted((a, b) => a.at - b.at || (a.value < b.value ? -1 : 1)),
  )
}

/** Whether two accounts had another plan or another cap by what each had last read. Not known of one of them is not other. */
export const areOtherTerms = (some: Terms, others: Terms, at: Instant): boolean =>
  some.some((told, term) => {
    const [one, other] = [lastOf(told, at), lastOf(others[term] ?? [], at)]
    return one !== undefined && other !== undefined && one !== other
  })

const lastOf = (told: Terms[number], at: Instant): string | undefined =>
  told[firstIndex(told, (each) => each.at > at) - 1]?.value

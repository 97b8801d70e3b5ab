import type { WitnessedIncident } from '../analyse/witnesses/compare-accounts.ts'
import type { Language } from '../time/format.ts'
import { writeInstant, type Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import { wordingFor } from '../wording/wording.ts'

/** What accounts say together, with the accounts that were asked. */
export interface Compared {
  readonly accounts: readonly string[]
  readonly incidents: readonly WitnessedIncident[]
}

/** As JSON, `quotascope/together@1`: additions only, the number goes up on a break. */
export const writeTogetherJson = ({ accounts, incidents }: Compared, now: Instant): string =>
  `${JSON.stringify(
    {
      schema: 'quotascope/together@1',
      now: writeInstant(now),
      accounts,
      incidents: incidents.map(({ span, ...rest }) => ({
        from: writeInstant(span.from),
        to: writeInstant(span.to),
        ...rest,
      })),
    },
    null,
    2,
  )}\n`

/** For people: an incident a paragraph, those that several accounts saw first said of. */
export function writeTogetherText(
  { accounts, incidents }: Compared,
  { language, zone }: { readonly language: Language; readonly zone: Zone },
): string {
  const wording = wordingFor(language)
  const names = (list: readonly string[]) =>
    list.length === 0 ? wording.label('nobody') : list.join(wording.label('comma'))
  const paragraphs = incidents.map(
    ({ account, span, platform, refused, served, servedOnOtherPlan, silent }) =>
      [
        wording.label('togetherIncident', {
          account,
          span: wording.span(span, zone),
          verdict: wording.verdict(platform),
        }),
        `  ${wording.label('refusedAsWell', { names: names(refused.map((each) => each.account)) })}`,
        `  ${wording.label('servedMeanwhile', { names: names(served.map((each) => each.account)) })}`,
        ...(servedOnOtherPlan.length === 0
          ? []
          : [
              `  ${wording.label('servedOnOtherPlan', { names: names(servedOnOtherPlan.map((each) => each.account)) })}`,
            ]),
        `  ${wording.label('saidNothing', { names: names(silent) })}`,
      ].join('\n'),
  )
  const head = wording.label('together', {
    count: String(accounts.length),
    incidents: String(incidents.length),
  })
  return `${[head, ...paragraphs].join('\n\n')}\n`
}

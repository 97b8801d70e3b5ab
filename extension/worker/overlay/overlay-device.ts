import type { Finding, Report } from '../../../shared/analyse/report.ts'
import type { FindingKind } from '../../../shared/analyse/rule-names.ts'
import { DAY_OF_HOURS } from '../../../shared/time/duration.ts'
import type { KnownZone } from '../../../shared/time/zone.ts'
import type { Wording } from '../../../shared/wording/wording.ts'

/**
 * Findings about who uses the account, by how much they ask for a look. Those about clients are not among them: whether one
 * is new shows in the whole history only, and the strip is made from what is recent (glance.ts).
 */
const KINDS: readonly FindingKind[] = ['storm_before_block', 'device_new', 'device_unnamed', 'device_gone']
/** What happened longer ago is no news; the console keeps it. */
const NEWS = 7 * DAY_OF_HOURS

/** The one finding about devices that the strip has room for; null where there is none. */
export function overlayDevice({ findings, now }: Report, zone: KnownZone, wording: Wording): string | null {
  const news = findings.filter((finding) => KINDS.includes(finding.kind) && now - happened(finding) <= NEWS)
  const [first] = news.toSorted(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || happened(b) - happened(a),
  )
  return first ? wording.finding(first, zone) : null

  /** An unnamed device has no moment: it is there now. */
  function happened({ values: { at } }: Finding): number {
    return at?.unit === 'instant' ? at.value : now
  }
}

import type { CauseVerdict, Incident, IncidentPart, Report } from '../../analyse/report.ts'
import { unexplainedIn } from '../../analyse/witnesses/compare-accounts.ts'
import type { Instant } from '../../time/instant.ts'
import { canonicalJson } from '../canonical-json.ts'
import { sha256Hex } from '../bundle/sha256-hex.ts'
import { localText } from '../evidence-json.ts'
import { double, int, uidOf, undated, type LogEvent, type OtlpAttributes } from './log-event.ts'

/** What the analysis concluded, as one generation. */
export interface DerivedEvents {
  /** A hash of all of it but the time of the report: the same conclusions have the same digest. */
  readonly digest: string
  readonly events: readonly LogEvent[]
}

/** A conclusion before it has its digest; `key` tells it from others of its name. */
interface Conclusion {
  readonly eventName: string
  readonly key: string
  readonly at: Instant | null
  readonly refused?: true
  readonly attributes: OtlpAttributes
}

/**
 * Incidents with their parts and verdicts, windows, resets and coverage, each with the digest of all of them; last
 * `quotascope.report`, which names that digest. New evidence may take any of these back, so an engine believes those whose
 * digest the newest report of the account names, and no others; until that report has arrived, the one before it holds.
 */
export function derivedEvents(report: Report, account: string): DerivedEvents {
  const conclusions: readonly Conclusion[] = [
    ...report.incidents.flatMap(incidentConclusions),
    ...report.windows.map(({ window, span: { from, to }, basis, peakUsedPercent }): Conclusion => ({
      eventName: 'quotascope.window',
      key: `${window} ${from} ${to}`,
      at: from,
      attributes: {
        'quotascope.window': window,
        ...until(to),
        'quotascope.basis': basis,
        'quotascope.peak_used_percent': double(peakUsedPercent),
      },
    })),
    ...report.resets.map(({ window, at, basis, state }): Conclusion => ({
      eventName: 'quotascope.reset',
      key: `${window} ${at}`,
      at,
      attributes: { 'quotascope.window': window, 'quotascope.basis': basis, 'quotascope.state': state },
    })),
    ...report.coverage.observed.map(({ from, to }): Conclusion => ({
      eventName: 'quotascope.coverage',
      key: `${from} ${to}`,
      at: from,
      attributes: until(to),
    })),
  ]
  const digest = sha256Hex(canonicalJson(conclusions)).slice(0, 32)
  const common = { 'quotascope.digest': digest }
  return {
    digest,
    events: [
      ...conclusions.map(({ eventName, key, at, refused, attributes }): LogEvent => ({
        eventName,
        uid: uidOf(account, eventName, key, digest),
        at,
        seen: report.now,
        severity: refused ? 'WARN' : 'INFO',
        attributes: { ...common, ...attributes, 'quotascope.undated': undated(at) },
      })),
      {
        eventName: 'quotascope.report',
        uid: uidOf(account, 'quotascope.report', report.now, digest),
        at: report.now,
        seen: report.now,
        severity: 'INFO',
        attributes: {
          ...common,
          'quotascope.zone': report.zone,
          'quotascope.records': int(report.counts.records),
          'quotascope.rejects': int(report.counts.rejects),
        },
      },
    ],
  }
}

const until = (to: Instant): OtlpAttributes => ({ 'quotascope.to_unix_ms': int(to) })

function incidentConclusions(incident: Incident): readonly Conclusion[] {
  const { id, block, leading, verdicts, parts } = incident
  const unexplained = unexplainedIn(incident)
  const about = {
    'quotascope.incident.id': id,
    'quotascope.grade': block.grade,
    'quotascope.within': block.within,
  }
  return [
    {
      eventName: 'quotascope.incident',
      key: id,
      refused: true,
      at: block.span?.from ?? null,
      attributes: {
        ...about,
        'quotascope.unexplained.from_unix_ms': int(unexplained?.span.from),
        'quotascope.unexplained.to_unix_ms': int(unexplained?.span.to),
        'quotascope.unexplained.open': unexplained?.open ?? null,
        ...judged({ ...block, leading, verdicts }),
      },
    },
    ...parts.map((part, index): Conclusion => ({
      eventName: 'quotascope.incident.part',
      key: `${id} ${index}`,
      refused: true,
      at: part.span?.from ?? null,
      attributes: { ...about, ...judged(part) },
    })),
  ]
}

/** The end stands there even of what is open: so far it is known to last. */
const judged = ({ span, local, open, leading, verdicts }: IncidentPart): OtlpAttributes => ({
  'quotascope.to_unix_ms': int(span?.to),
  'quotascope.open': open,
  'quotascope.local_time': local ? localText(local.from) : null,
  'quotascope.local_to': local ? localText(local.to) : null,
  'quotascope.leading': leading,
  ...Object.fromEntries(
    verdicts.map(({ cause, verdict }: CauseVerdict) => [`quotascope.verdict.${cause}`, verdict]),
  ),
})

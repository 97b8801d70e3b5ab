import type { Analysis } from '../analyse/analysis.ts'
import { Derived } from '../analyse/derived.ts'
import type { CauseVerdict, Fact, FactValue, Report } from '../analyse/report.ts'
import type { MaskedEvidence } from './mask-evidence.ts'

/** The analysis as it is of the masked evidence. */
export function maskAnalysis({ report, rules }: Analysis, masked: MaskedEvidence): Analysis {
  const { evidence } = masked
  const { now, zone } = report
  return {
    evidence,
    report: maskReport(report, masked),
    rules,
    derived: new Derived(evidence, { now, zone, rules }),
  }
}

/** The Report as it is of the masked evidence: the same findings, with masked ids and texts. */
function maskReport(report: Report, { evidence, rename, names }: MaskedEvidence): Report {
  const refs = <T extends { readonly refs: readonly string[] }>(each: T): T => ({
    ...each,
    refs: each.refs.map(rename),
  })
  // Names that people gave stand alone in their values; all other texts are of a service or a client.
  const labels: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    device: names.devices,
    source: names.keys,
  }
  const values = (all: Readonly<Record<string, FactValue>>) =>
    Object.fromEntries(
      Object.entries(all).map(([name, value]) => [
        name,
        value.unit === 'text'
          ? { ...value, value: labels[name]?.get(value.value) ?? names.message(value.value) }
          : value,
      ]),
    )
  const fact = (each: Fact): Fact => refs({ ...each, values: values(each.values) })
  const verdict = (each: CauseVerdict): CauseVerdict => ({
    ...each,
    facts: each.facts.map(fact),
    offsetsExcluded: each.offsetsExcluded.map((excluded) => ({ ...excluded, fact: fact(excluded.fact) })),
  })
  // Written out field by field: what a Report gains later must not pass unmasked.
  return {
    now: report.now,
    zone: report.zone,
    counts: report.counts,
    coverage: report.coverage,
    bursts: report.bursts.map(refs),
    outlook: report.outlook.map(refs),
    rejects: evidence.rejects,
    readings: report.readings.map((each) => ({
      ...each,
      snapshot: rename(each.snapshot),
      grid: each.grid === null ? null : rename(each.grid),
    })),
    windows: report.windows.map(refs),
    resets: report.resets.map(refs),
    incidents: report.incidents.map((incident) => ({
      ...incident,
      id: rename(incident.id),
      block: refs(incident.block),
      verdicts: incident.verdicts.map(verdict),
      parts: incident.parts.map((part) => ({ ...part, verdicts: part.verdicts.map(verdict) })),
      missing: incident.missing.map((each) => ({ ...each, values: values(each.values) })),
    })),
    findings: report.findings.map((finding) => refs({ ...finding, values: values(finding.values) })),
    claims: report.claims.map((claim) => ({
      ...claim,
      text: names.note(claim.text),
      facts: claim.facts.map(fact),
    })),
  }
}

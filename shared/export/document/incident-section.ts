import { incidentAnswer, type Answer } from '../../analyse/views/answer.ts'
import { isPremise } from '../../analyse/judge/facts/premise.ts'
import {
  CAUSES,
  type CauseVerdict,
  type Fact,
  type Incident,
  type Report,
  type Verdict,
} from '../../analyse/report.ts'
import { groupBy } from '../../evidence/group-by.ts'
import { spansOverlap, type Span } from '../../time/span.ts'
import { wallTime } from '../../time/wall.ts'
import type { Wording } from '../../wording/wording.ts'
import type { CitedEvidence } from './cited-evidence.ts'
import {
  emphasis,
  heading,
  bullets,
  paragraph,
  plain,
  strong,
  table,
  type Block,
  type Runs,
} from './document.ts'

/** One incident: the short answer, the verdicts, and for each cause the facts with the evidence that they cite. */
export function incidentSection(
  incident: Incident,
  number: number,
  report: Report,
  cited: CitedEvidence,
  wording: Wording,
): readonly Block[] {
  const { label } = wording
  return [
    heading(
      2,
      label('incident', { number: String(number), when: wording.block(incident.block, report.zone) }),
    ),
    // Of one incident alone the document has said it at its head.
    ...(report.incidents.length === 1 ? [] : answerBlocks(incidentAnswer(incident, report), report, wording)),
    table(
      [label('cause'), label('verdict')],
      incident.verdicts.map(({ cause, verdict }) => [
        plain(wording.cause(cause)),
        strong(wording.verdict(verdict)),
      ]),
    ),
    ...partBlocks(incident, report, wording),
    ...premiseBlocks(incident, report, cited, wording),
    ...incident.verdicts.flatMap((verdict) => causeFacts(verdict, report, cited, wording)),
    ...missingBlocks(incident, report, wording),
    paragraph(plain(coverageText(incident, report, wording))),
    ...windowsOf(incident, report, wording),
  ]
}

/** What each part comes to, where there is more than one. */
function partBlocks({ parts }: Incident, { zone }: Report, wording: Wording): readonly Block[] {
  if (parts.length < 2) return []
  const { label } = wording
  const rows = parts.map((part) => [
    plain(wording.part(part, zone)),
    strong(wording.cause(part.leading)),
    plain(
      part.verdicts
        .filter(({ verdict }) => verdict === 'contradicted')
        .map(({ cause }) => wording.cause(cause))
        .join(label('comma')),
    ),
  ])
  return [
    heading(3, label('parts')),
    paragraph(plain(label('partsNote'))),
    table([label('part'), label('cause'), label('ruledOut')], rows),
  ]
}

/** What it was, until when, and what to do: the first lines of an incident, and of a document without one. */
export function answerBlocks(answer: Answer, { now, zone }: Report, wording: Wording): readonly Block[] {
  const { state, cause, ruledOut, wayOut, next } = wording.answer(answer, now, zone)
  const space = wording.language === 'zh' ? '' : ' '
  const rest = [...cause, ...(ruledOut === null ? [] : [ruledOut]), ...(wayOut === null ? [] : [wayOut])]
  return [
    paragraph([...strong(state), ...plain(rest.map((sentence) => `${space}${sentence}`).join(''))]),
    ...(next.length === 0 ? [] : [bullets(next.map((step) => plain(step)))]),
  ]
}

/** The premise is a fact of every verdict; a document says it once. */
function premiseBlocks(
  { verdicts }: Incident,
  report: Report,
  cited: CitedEvidence,
  wording: Wording,
): readonly Block[] {
  const premise = verdicts.flatMap(({ facts }) => facts).find(isPremise)
  if (!premise) return []
  return [paragraph(plain(wording.fact(premise, report.zone)), citations(premise.refs, cited))]
}

function causeFacts(
  { cause, verdict, facts, byOffset, offsetsExcluded }: CauseVerdict,
  report: Report,
  cited: CitedEvidence,
  wording: Wording,
): readonly Block[] {
  const excluded = offsetsExcluded.map(({ offset, fact }) =>
    wording.label('offsetExcluded', { offset, reason: wording.fact(fact, report.zone) }),
  )
  const lines = [
    ...facts.filter((fact) => !isPremise(fact)).map((fact) => factLine(fact, report, cited, wording)),
    ...excluded.map(plain),
  ]
  if (lines.length === 0) return []
  const name = wording.label('named', { name: wording.cause(cause), value: wording.verdict(verdict) })
  const offsets = byOffset && verdictsDiffer(byOffset) ? offsetBlocks(byOffset, wording) : []
  return [heading(3, name), bullets(lines), ...offsets]
}

/** *against, strong* The 5-hour meter … (Q2) */
export function factLine(fact: Fact, report: Report, cited: CitedEvidence, wording: Wording): Runs {
  const { label } = wording
  const weight = fact.direct ? label('direct') : fact.strong ? label('strong') : null
  const bearing = [label(fact.bearing), ...(weight === null ? [] : [weight])].join(label('comma'))
  return [
    ...emphasis(bearing),
    ...plain(` ${wording.fact(fact, report.zone)}`),
    ...citations(fact.refs, cited),
  ]
}

/** ` (Q2, R1)`: under which numbers the evidence stands below. */
export function citations(refs: readonly string[], cited: CitedEvidence): Runs {
  const numbers = refs.flatMap((ref) => cited.numberOf(ref) ?? [])
  return numbers.length === 0 ? [] : plain(` (${numbers.join(', ')})`)
}

const verdictsDiffer = (byOffset: Readonly<Record<string, Verdict>>): boolean =>
  new Set(Object.values(byOffset)).size > 1

/** The verdict under each offset, the other way round: one line a verdict, since there are forty offsets. */
export function offsetBlocks(
  byOffset: Readonly<Record<string, Verdict>>,
  wording: Wording,
): readonly Block[] {
  const groups = groupBy(Object.entries(byOffset), ([, verdict]) => verdict)
  const rows = [...groups].map(([verdict, offsets]) => [
    strong(wording.verdict(verdict)),
    plain(offsets.map(([offset]) => offset).join(' ')),
  ])
  const { label } = wording
  return [paragraph(plain(label('byOffset'))), table([label('verdict'), label('offsets')], rows)]
}

function missingBlocks({ missing }: Incident, { zone }: Report, wording: Wording): readonly Block[] {
  if (missing.length === 0) return []
  const { label } = wording
  const items = missing.map((each) => {
    return plain(label('missingFor', { text: wording.missing(each, zone), causes: wording.missingFor(each) }))
  })
  return [heading(3, label('missing')), bullets(items)]
}

function coverageText({ coverage, block }: Incident, { zone }: Report, wording: Wording): string {
  const { label } = wording
  // Without a zone the coverage of a zone-less incident is on the wall clock, as its edges are.
  const spanText = (each: Span) =>
    block.span ? wording.span(each, zone) : wording.localSpan(wallTime(each.from), wallTime(each.to))
  const list = (spans: readonly Span[]) => spans.map(spanText).join('; ')
  if (coverage.observed.length === 0) return label('notObserved')
  const holes = coverage.holes.length === 0 ? '' : ` ${label('holes', { spans: list(coverage.holes) })}`
  return `${label('observed', { spans: list(coverage.observed) })}${holes}`
}

function windowsOf({ block }: Incident, report: Report, wording: Wording): readonly Block[] {
  const { span } = block
  const held = span ? report.windows.filter((window) => spansOverlap(window.span, span)) : []
  if (held.length === 0) return []
  const { label } = wording
  const rows = held.map(({ window, span: range, basis, peakUsedPercent }) => [
    plain(wording.window(window)),
    plain(wording.span(range, report.zone)),
    plain(wording.basis(basis)),
    plain(peakUsedPercent === null ? label('neverRead') : wording.percent(peakUsedPercent)),
  ])
  return [
    heading(3, label('windows')),
    table([label('window'), label('fromTo'), label('basis'), label('peak')], rows),
  ]
}

/** The words behind the verdicts, for a reader who meets them for the first time. */
export const verdictMeanings = (wording: Wording): Block =>
  bullets([
    ...(['supported', 'consistent', 'contradicted', 'undecidable'] as const).map((verdict) =>
      meaning(wording.verdict(verdict), wording.verdictMeaning(verdict)),
    ),
    ...CAUSES.map((cause) => meaning(wording.cause(cause), wording.causeMeaning(cause))),
  ])

const meaning = (name: string, text: string): Runs => [...strong(name), ...plain(`: ${text}`)]

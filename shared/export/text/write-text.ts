import type { Analysis } from '../../analyse/analysis.ts'
import pico from 'picocolors'
import { overviewOf, type LatestMeter } from '../../analyse/views/overview.ts'
import type { CauseVerdict, Fact, Incident, Report, Verdict } from '../../analyse/report.ts'
import { answerOf } from '../../analyse/views/answer.ts'
import type { InstallationSeen } from '../../evidence/installation.ts'
import type { Language } from '../../time/format.ts'
import type { Instant } from '../../time/instant.ts'
import { wordingFor, type Wording } from '../../wording/wording.ts'
import { errorTexts, readingTexts } from './evidence-lines.ts'
import { installationTexts } from './installation-texts.ts'
import { meterBar } from './meter-bar.ts'
import { wrapped } from './wrapped.ts'

export interface TextOptions {
  readonly language: Language
  readonly hasColour: boolean
  /** How many characters fit on a line. */
  readonly columns: number
  /** Who saw it, where it is the history of several installations. */
  readonly installations?: readonly InstallationSeen[]
}

/** What a text is written with. */
interface Pen {
  readonly report: Report
  readonly wording: Wording
  readonly colours: ReturnType<typeof pico.createColors>
  readonly columns: number
}

/** A terminal is not read beyond these; the other formats have all. */
const MAX_LISTED = 5
const WIDEST = 100
/** What of a line a meter's bar and share take beside its name. */
const BAR_WIDTH = 35
const NAME_WIDTH = 10
const NEARLY_FULL = 90
const ORDER: readonly Verdict[] = ['supported', 'consistent', 'undecidable', 'contradicted']

/**
 * The Report for somebody at a terminal: the answer first, then the meters, the seven causes with what speaks most for each
 * verdict, what would decide more, claims, findings, and what could not be read. Same input, same text.
 */
export function writeText(analysis: Analysis, options: TextOptions): string {
  const { hasColour, columns, language } = options
  const pen: Pen = {
    report: analysis.report,
    wording: wordingFor(language),
    colours: pico.createColors(hasColour),
    columns: Math.min(columns, WIDEST),
  }
  const { lastBlock, meters } = overviewOf(analysis)
  const sections = [
    answerLines(analysis, pen),
    section(pen.wording.label('readings'), allMeterLines(meters, pen), pen),
    ...(lastBlock ? [section(pen.wording.label('cause'), causeLines(lastBlock, pen), pen)] : []),
    ...(lastBlock ? [section(pen.wording.label('missing'), missingLines(lastBlock, pen), pen)] : []),
    section(pen.wording.label('readingsAll'), listed(readingTexts(analysis, pen.wording), pen), pen),
    section(pen.wording.label('errors'), listed(errorTexts(analysis, pen.wording), pen), pen),
    section(pen.wording.label('claims'), claimLines(pen), pen),
    section(pen.wording.label('findings'), findingLines(pen), pen),
    section(
      pen.wording.label('installations'),
      installationTexts(options.installations ?? [], pen.wording, analysis.report.zone),
      pen,
    ),
    section(pen.wording.label('rejects'), rejectLines(pen), pen),
    [madeText(pen)],
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** What it was, until when, and what to do. */
function answerLines(analysis: Analysis, { report, wording, colours, columns }: Pen): string[] {
  const { state, cause, ruledOut, wayOut, next } = wording.answer(answerOf(analysis), report.now, report.zone)
  const said = [...cause, ...(ruledOut === null ? [] : [ruledOut]), ...(wayOut === null ? [] : [wayOut])]
  return [
    ...wrapped(state, columns).map((line) => colours.bold(line)),
    ...said.flatMap((sentence) => wrapped(sentence, columns)),
    ...next.flatMap((step) =>
      wrapped(step, columns - STEP.length).map((line, index) => `${index === 0 ? STEP : '  '}${line}`),
    ),
  ]
}

const STEP = '→ '

const section = (title: string, lines: readonly string[], { colours }: Pen): string[] =>
  lines.length === 0 ? [] : [colours.underline(title), ...lines]

/** Each meter, its reset beside it where there is room, and where it is heading. */
function allMeterLines(meters: readonly LatestMeter[], pen: Pen): string[] {
  const { wording, report } = pen
  const names = meters.map((meter) => wording.meter(meter))
  const width = Math.max(NAME_WIDTH, ...names.map((name) => name.length))
  return meters.flatMap((meter) => {
    const ahead = meter.outlook && wording.outlook(meter.outlook, report.now, report.zone)
    return [...meterLine(meter, width, pen), ...(ahead ? indented(ahead, 4, pen).map(pen.colours.dim) : [])]
  })
}

function meterLine(meter: LatestMeter, width: number, pen: Pen): string[] {
  const { usedPercent, reset } = meter
  const { wording, colours, report, columns } = pen
  const bar = meterBar(usedPercent)
  const colour = usedPercent === null ? colours.dim : usedPercent >= NEARLY_FULL ? colours.red : colours.green
  const used = usedPercent === null ? wording.label('notStated') : wording.percent(usedPercent)
  const line = `  ${wording.meter(meter).padEnd(width)} ${colour(bar)} ${used.padStart(8)}`
  if (reset === null) return [line]
  const text = resetText(reset.at, reset.state, pen, report.now)
  return width + BAR_WIDTH + text.length <= columns
    ? [`${line}  ${colours.dim(text)}`]
    : [line, `    ${colours.dim(text)}`]
}

function resetText(at: Instant, state: 'verified' | 'due_unverified' | 'upcoming', pen: Pen, now: Instant) {
  const { wording, report } = pen
  const how = state === 'upcoming' ? wording.duration(at - now) : wording.resetState(state)
  return `${wording.instant(at, report.zone)} (${how})`
}

/** The causes by verdict; those for which the same speaks stand together above it. */
function causeLines({ verdicts }: Incident, pen: Pen): string[] {
  const { wording, report } = pen
  const ordered = ORDER.flatMap((verdict) => verdicts.filter((each) => each.verdict === verdict))
  const told = ordered.map((each) => {
    const fact = tellingFact(each)
    return {
      head: `  ${wording.cause(each.cause).padEnd(26)} ${verdictText(each.verdict, pen)}`,
      why: fact === null ? '' : wording.fact(fact, report.zone),
    }
  })
  return told.flatMap(({ head, why }, index) =>
    why === '' || why === told[index + 1]?.why
      ? [head]
      : [head, ...indented(why, 4, pen).map(pen.colours.dim)],
  )
}

/** The fact that says most for the verdict that was given: strong before weak, direct before the rest. */
function tellingFact({ verdict, facts }: CauseVerdict): Fact | null {
  const side = verdict === 'contradicted' ? 'against' : verdict === 'undecidable' ? null : 'for'
  const fitting = facts.filter(({ bearing }) => bearing !== 'neutral' && (side === null || bearing === side))
  return fitting.toSorted((a, b) => weight(b) - weight(a))[0] ?? null
}

const weight = ({ direct, strong }: Fact): number => (direct ? 2 : 0) + (strong ? 1 : 0)

function verdictText(verdict: Verdict, { wording, colours }: Pen): string {
  const text = wording.verdict(verdict)
  switch (verdict) {
    case 'supported':
      return colours.bold(colours.red(text))
    case 'consistent':
      return colours.yellow(text)
    case 'undecidable':
      return colours.dim(text)
    case 'contradicted':
      return colours.green(text)
    default:
      return verdict satisfies never
  }
}

const missingLines = ({ missing }: Incident, pen: Pen): string[] =>
  listed(
    missing.map((each) =>
      pen.wording.label('missingFor', {
        text: pen.wording.missing(each, pen.report.zone),
        causes: pen.wording.missingFor(each),
      }),
    ),
    pen,
  )

const claimLines = (pen: Pen): string[] =>
  pen.report.claims.flatMap(({ text, verdict, facts }) => [
    ...indented(`${text}: ${pen.wording.verdict(verdict)}`, 2, pen),
    ...facts.flatMap((fact) =>
      indented(pen.wording.fact(fact, pen.report.zone), 4, pen).map(pen.colours.dim),
    ),
  ])

const findingLines = (pen: Pen): string[] =>
  listed(
    pen.report.findings.map((finding) => pen.wording.finding(finding, pen.report.zone)),
    pen,
  )

const rejectLines = (pen: Pen): string[] =>
  listed(
    pen.report.rejects.map(({ input, line, reason }) => {
      const place = line === null ? input : `${input}:${line}`
      return `${place}: ${pen.wording.sentence(reason).text}`
    }),
    pen,
  )

function listed(texts: readonly string[], pen: Pen): string[] {
  const more = texts.length - MAX_LISTED
  const shown = more > 0 ? texts.slice(0, MAX_LISTED) : texts
  return [
    ...shown.flatMap((text) =>
      indented(text, 4, pen).map((line, n) => (n === 0 ? `  - ${line.trim()}` : line)),
    ),
    ...(more > 0 ? [`  ${pen.wording.label('more', { count: String(more) })}`] : []),
  ]
}

function madeText({ report, wording, colours, columns }: Pen): string {
  const { records, snapshots, errors, rejects } = report.counts
  const made = wording.label('made', {
    now: wording.instant(report.now, report.zone),
    records: String(records),
    snapshots: String(snapshots),
    errors: String(errors),
    rejects: String(rejects),
  })
  const zone = report.zone === 'unknown' ? ` ${wording.label('zoneOfTimesUnknown')}` : ''
  return wrapped(`${made}${zone}`, columns).map(colours.dim).join('\n')
}

const indented = (text: string, by: number, { columns }: Pen): string[] =>
  wrapped(text, columns - by).map((line) => ' '.repeat(by) + line)

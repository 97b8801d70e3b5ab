import { MISSING_KINDS } from '../../shared/analyse/rule-names.ts'
import type { TriedEvidence } from './deciding/try-missing.ts'
import type { OutlookScore } from './outlooks/score-outlooks.ts'
import { addWords, EVIDENCE_CLASSES, NOTHING_SAID, type Said } from './score/said-words.ts'
import type { Score } from './score/result.ts'

export interface Calibration {
  readonly scores: readonly Score[]
  readonly tried: readonly TriedEvidence[]
  readonly outlooks: readonly OutlookScore[]
  /** Of so many accounts. */
  readonly accounts: number
}

/** docs/calibration.md: how often each word of a verdict was true, what missing evidence did once it came, and how forecasts held. */
export function calibrationPage({ scores, tried, outlooks, accounts }: Calibration, command: string): string {
  const words = scores.map((score) => score.words).reduce(addWords, NOTHING_SAID)
  const incidents = scores.reduce((sum, score) => sum + score.incidents, 0)
  const rows = EVIDENCE_CLASSES.map((evidence) => {
    const cells = words.filter((said) => said.evidence === evidence).map(shareOf)
    return `| ${[evidence, ...cells].join(' | ')} |`
  })
  return `# How often each word is true

Whoever reads "supported" may ask how often that word was true. Counted on ${scores.length} simulated runs (${incidents} incidents) that were not looked at while the rules were made, written by

    ${command}

_Supported_: so often it was that cause, or one of those that would have refused as well. _Ruled out_: so often it was not. The two words between say what they are worth: so often it was that cause all the same. In brackets how many verdicts were counted, and the interval in which the true share lies with 95 % certainty (Wilson).

| incidents | supported, and it was | consistent, and it was | undecidable, and it was | ruled out, and it was not |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

An incident is counted in each row that is true of it. A log with a clock that is off and found by nothing is not in these runs; [accuracy.md](accuracy.md) counts those apart. All of it holds for the limiter of the simulator, which is our idea of the service and not the service ([benchmark](../test/benchmark/README.md)).

## What missing evidence did

Where no cause is shown, a report lists the evidence that nobody has brought in, and says of each piece whether it would decide the causes or only narrow them down. Each piece was given to the analysis, by itself, with the zone of the rows as the only other thing: it _decided_ where a cause was shown then, or each that was in question was shown or ruled out, or it was seen that nothing had been refused. Not counted is what does not exist in a run: a text that names a limit where the service names none, a weekly meter of a plan that has none.

| missing evidence | the report says | given | decided |
| --- | --- | --- | --- |
${missingRows(tried).join('\n')}

## Forecasts

${accounts} accounts of one person over four weeks each, whose meters were read every ten minutes; asked at moments of the last two weeks, in windows that were in use and not full. The share used at the reset, in percent: the forecast stood between the stated bounds in 75 to 85 % if they are honest, and is worth its room only where it is less far off than simpler guesses.

| window | asked | forecast given | within its bounds | mean error | at the window's pace so far | at the last hour's pace |
| --- | --- | --- | --- | --- | --- | --- |
${outlookRows(outlooks).join('\n')}

With fewer readings, or in the first days, no forecast is given.
`
}

function missingRows(tried: readonly TriedEvidence[]): readonly string[] {
  return MISSING_KINDS.flatMap((kind) =>
    [true, false].flatMap((decides) => {
      const all = tried.filter(
        (each) => each.kind === kind && each.decides === decides && each.came !== 'none',
      )
      if (all.length === 0) return []
      const decided = all.filter(({ came }) => came === 'decided').length
      const says = decides ? 'would decide' : 'would narrow down'
      return [`| ${kind} | ${says} | ${all.length} | ${shareText(decided, all.length)} |`]
    }),
  )
}

/** A reading is no finer than this, in percent. */
const RESOLUTION = 0.5

function outlookRows(scores: readonly OutlookScore[]): readonly string[] {
  return (['5h', '7d', 'month'] as const).map((window) => {
    const asked = scores.filter((score) => score.window === window)
    const told = asked.flatMap(({ said, ...score }) => (said ? [{ ...score, ...said }] : []))
    const held = told.filter(
      ({ came, least, most }) => came >= least - RESOLUTION && came <= most + RESOLUTION,
    )
    const off = (guess: 'likely' | 'linear' | 'lastHour') =>
      (told.reduce((sum, score) => sum + Math.abs(score.came - score[guess]), 0) / told.length).toFixed(2)
    const cells = [asked.length, told.length, shareText(held.length, told.length)]
    return `| ${[window, ...cells, off('likely'), off('linear'), off('lastHour')].join(' | ')} |`
  })
}

/** The share of times that it was that cause; where it was ruled out, that it was not. */
function shareOf({ verdict, times, wasIt }: Said): string {
  if (times === 0) return 'never said'
  return shareText(verdict === 'contradicted' ? times - wasIt : wasIt, times)
}

function shareText(hits: number, of: number): string {
  if (of === 0) return 'none'
  const [least, most] = wilson(hits, of)
  const percent = (share: number) => (100 * share).toFixed(share === 0 || share === 1 ? 0 : 2)
  return `${percent(hits / of)} % (${of}; ${percent(least)}–${percent(most)} %)`
}

const Z = 1.96

/** Wilson's score interval of a share, at 95 % (E. B. Wilson, 1927). */
function wilson(hits: number, of: number): readonly [number, number] {
  const share = hits / of
  const middle = share + Z ** 2 / (2 * of)
  const half = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))
  const whole = 1 + Z ** 2 / of
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)]
}

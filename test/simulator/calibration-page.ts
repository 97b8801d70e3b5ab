import { addWords, EVIDENCE_CLASSES, NOTHING_SAID, type Said } from './score/said-words.ts'
import type { Score } from './score/result.ts'

/** docs/calibration.md: how often each word of a verdict was true, by what the incident rests on. */
export function calibrationPage(scores: readonly Score[], command: string): string {
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
`
}

/** The share of times that it was that cause; where it was ruled out, that it was not. */
function shareOf({ verdict, times, wasIt }: Said): string {
  if (times === 0) return 'never said'
  const hits = verdict === 'contradicted' ? times - wasIt : wasIt
  const [least, most] = wilson(hits, times)
  const percent = (share: number) => (100 * share).toFixed(share === 0 || share === 1 ? 0 : 2)
  return `${percent(hits / times)} % (${times}; ${percent(least)}–${percent(most)} %)`
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

import { CAUSES, type Cause } from '../../shared/analyse/report.ts'
import { COUNTED_LISTS } from './counted-lists.ts'
import type { Fault } from './score/result.ts'
import type { Ratio, Tally } from './tally.ts'
import type { WrongLogClocks } from './wrong-log-clocks.ts'

const share = ({ hits, of }: Ratio): string =>
  of === 0
    ? 'none to judge'
    : `${((100 * hits) / of).toFixed(hits === of || hits === 0 ? 0 : 2)} % (${hits} of ${of})`

/** A goal of the issue, what was reached, and whether that is enough. */
interface Goal {
  readonly what: string
  readonly goal: string
  readonly reached: Ratio
  readonly holds: (share: number) => boolean
}

const goalsOf = (tally: Tally): readonly Goal[] => [
  {
    what: 'true cause contradicted, of all incidents reported, parts included',
    goal: '0',
    reached: tally.contradicted,
    holds: (x) => x === 0,
  },
  {
    what: 'wrong cause supported, of all incidents reported, parts included',
    goal: 'at most 0.01 %',
    reached: tally.wrongSupported,
    holds: (x) => x <= 0.0001,
  },
  {
    what: 'true cause supported, with an error text that names it and meters every 5 minutes',
    goal: '95 %',
    reached: tally.supportedWithTextAndMeters,
    holds: (x) => x >= 0.95,
  },
  {
    what: 'true quota supported, with failed rows and meters every 5 minutes alone',
    goal: '70 %',
    reached: tally.supportedWithMeters,
    holds: (x) => x >= 0.7,
  },
  {
    what: 'blocks found, of those that a failed row or a dated text shows',
    goal: '99 %',
    reached: tally.recall,
    holds: (x) => x >= 0.99,
  },
  {
    what: 'blocks found, or told to lie somewhere in a stretch, since a clock is off or was put back; of the same',
    goal: 'none set',
    reached: tally.recallWithin,
    holds: () => true,
  },
  {
    what: 'incidents dated by refusals that hold a true refusal',
    goal: '99 %',
    reached: tally.precision,
    holds: (x) => x >= 0.99,
  },
  {
    what: 'edges of these within what the observer could see',
    goal: '99 %',
    reached: tally.edges,
    holds: (x) => x >= 0.99,
  },
  {
    what: 'idle stretches called blocked',
    goal: 'under 1 %',
    reached: tally.idleCalledBlocked,
    holds: (x) => x < 0.01,
  },
  {
    what: 'idle stretches after a true block that are drawn as part of it',
    goal: 'none set',
    reached: tally.idleAfterBlock,
    holds: () => true,
  },
  {
    what: 'true cause supported, with an error text that names it and fewer meters or none',
    goal: 'none set',
    reached: tally.supportedWithText,
    holds: () => true,
  },
  {
    what: 'concurrency supported or ruled out rightly, of blocks whose log gives durations',
    goal: '60 %',
    reached: tally.concurrencyDecided,
    holds: (x) => x >= 0.6,
  },
  {
    what: 'concurrency supported where it was that, with the cap read and durations of every client',
    goal: '60 %',
    reached: tally.concurrencySupported,
    holds: (x) => x >= 0.6,
  },
  {
    what: 'concurrency ruled out where it was not that, with the same',
    goal: '60 %',
    reached: tally.concurrencyRuledOut,
    holds: (x) => x >= 0.6,
  },
  {
    what: 'request rate named as all that is left, with quotas read and durations of every client',
    goal: '50 %',
    reached: tally.rateLeft,
    holds: (x) => x >= 0.5,
  },
  {
    what: 'request rate named as all that is left of an incident, or of a part, where it was something else',
    goal: '0',
    reached: tally.wronglyLeft,
    holds: (x) => x === 0,
  },
  {
    what: 'platform supported where rows or texts show 5xx or overload',
    goal: '80 %',
    reached: tally.platformSupported,
    holds: (x) => x >= 0.8,
  },
  {
    what: 'incidents reported as two although nothing succeeded between them',
    goal: 'under 1 %',
    reached: tally.twoOfOne,
    holds: (x) => x < 0.01,
  },
  {
    what: 'incidents of two causes left whole, of those whose texts show the change',
    goal: '0',
    reached: tally.undivided,
    holds: (x) => x === 0,
  },
]

const goalRow = ({ what, goal, reached, holds }: Goal): string =>
  `| ${what} | ${goal} | ${share(reached)} | ${reached.of > 0 && holds(reached.hits / reached.of) ? 'yes' : 'no'} |`

function faultRow(kind: Fault['kind'], faults: readonly Fault[], names: boolean): string {
  const seeds = [...new Set(faults.filter((fault) => fault.kind === kind).map(({ seed }) => seed))]
  const listed = seeds.slice(0, 12).join(', ')
  if (!names)
    return `| ${kind} | ${faults.filter((fault) => fault.kind === kind).length} | in ${seeds.length} runs, not named |`
  return `| ${kind} | ${faults.filter((fault) => fault.kind === kind).length} | ${listed}${seeds.length > 12 ? ', …' : ''} |`
}

const LEADING: readonly (Cause | 'unknown')[] = [...CAUSES, 'unknown']

export interface Heading {
  readonly command: string
  readonly about: string
  readonly firstSeed: number
  /** Whether runs may be named: whoever looks one up can no longer count it as unseen. */
  readonly names: boolean
}

/** The whole examination as a page of Markdown. */
export function accuracyPage(
  tally: Tally,
  clocks: WrongLogClocks,
  { command, about, firstSeed, names }: Heading,
): string {
  const kinds = [...new Set(tally.faults.map(({ kind }) => kind))].toSorted()
  return `# Accuracy

How often each single word of a verdict is true, by the evidence that it rests on, and how forecasts hold: [calibration.md](calibration.md).

How often the analysis is right, measured on simulated accounts whose limiter knows why it refused. Written by

    ${command}

${about} ${tally.runs} runs with ${tally.blocks} true blocks; ${tally.incidents} incidents were reported. Any run is played
again from its number: \`npm run accuracy -- --show NUMBER\`.

| what | goal | reached | holds |
| --- | --- | --- | --- |
${goalsOf(tally).map(goalRow).join('\n')}

## Logs whose clock is off

The runs above whose observer keeps a client's log, seen once more with the clock of that log a minute to half a day off. Where
requests in log and history show it, nothing may go wrong; of the others nothing tells that their times are not what they state.

| what | of all such logs | where the clock was found to be off |
| --- | --- | --- |
| found to be off | ${share(clocks.found)} | |
| true cause contradicted | ${share(clocks.contradicted)} | ${share(clocks.contradictedThough)} |
| wrong cause supported | ${share(clocks.wrongSupported)} | ${share(clocks.wrongSupportedThough)} |

## Lists counted before

The runs above begin at ${firstSeed.toLocaleString('en')}. When rules were changed after a count, the next count was of a list that nobody had
counted. What stands here was counted first, with the rules of that day; what was wrong was then looked at run by run and
mended. A list whose runs were looked up serves for no later count. Up to the list from 8,000,001 a stretch that the user marked
counted as wrong, too, where its cause would have refused but nobody asked; since then it counts as right. Since the list from
20,000,001 every second run has difficulties drawn beside; that from 30,000,001 was counted without any, and the one contradiction
in it was the score's fault: it charged an incident with refusals that a clock seconds off put into the next one. That from
40,000,001 was scored too strictly in the other direction: a cause that refused beside an incident, by such clocks, counted
as wrongly supported; how many of the 20 that explains was not counted. Up to the list from 70,000,001 nobody lacked meters, since
a drawn "none" was taken for the first choice; and of its five contradictions three were of observers who had in hand no reading but
another account's, which nothing can tell: since then readings of another account lie among those of this one, and never alone. Of the
three in the list from 100,000,001 two were mended after it; the third was partly the simulator's fault: another account opened its
windows with our calls, so that its readings passed for ours. Its own windows it has since the list from 130,000,001, and months that lie
among each other decide nothing any more. Of the four in the list from 110,000,001, two are of one incident, whose meter was reset out of
turn and read once after that, beside a full reading that nobody dated; in one, calls in flight had not ended when the logs did; in one,
extra usage that no reading shows brought service back. In the one wrongly supported, refusals went on for two hours after the reset of
the full meter. Each kind was mended. In the list from 120,000,001, low readings lagged and no later one of their window showed it, and
a month was full whose extra usage nobody saw; both kinds were mended. The five wrongly supported in the list from 130,000,001 are of one
kind: the quota was used up and would have refused as well, but what refused first was the account (four) or the platform (one), in rows
without a text that tells; four histories listed only what was refused with 403. Since then a full meter is taken for what refused only
where what it met first is seen. The one incident left whole there, by a log whose clock is off, is beside one of its second cause, which
is only known to lie within what that clock is off by. In the list from 140,000,001, the contradicted one's window was reset out of turn and
read only at a time that is not known, and in one of the two wrongly supported a text had named the quota with another status before its
meter was read full; both kinds were mended, the third was not looked up. In the list from 160,000,001 nothing was wrong; what counts what is in flight
was mended after it for logs that tell one request twice. Of the four contradicted in the list from 170,000,001, two rested on low
readings after a text of a log, whose clock is off, had named their window (one was stale, the others another account's), one on
a silence that outlived a reset because somebody came back late, and one was the score's fault: it held a text that was pasted beside a
reading against all that refused in the same five hours. Of the three wrongly supported, one took rows of 402 for a quota's beside
its full meter, and one a count that was rounded up to 100 beside a text of too many requests; these kinds were mended. The third is a text
that was pasted with a reading from after the reset, seconds later: what it names is true, and the incident begins 8 s too late.
In the list from 180,000,001 three of the five contradicted are of one kind: the week was reset out of turn between
the refusals and the first reading after them; next to nothing, where nothing was read before, rules no week and no month out any more. One is a
silence with two causes, of which the quota ended early, and one a part by an outage that is drawn until the next part, whose first refusals
no page listed. Of the three wrongly supported, one is again a text pasted with a reading from after the reset, one a month that was
full while extra usage paid, in a stretch that was only marked, and one a full meter first read with the second of two statuses. Each
of these kinds was mended. The blocks found were fewer than in the lists before by no more than lists differ; what was looked for in them
had not been changed. Most of those not found are told: by a log whose clock is off, or in the hour that came twice, and so without edges.
Of the faults in the list from 190,000,001, one contradicted was a week that was reset out of turn and first read after that, at 4 %,
on the day on which it had begun; in the other a log six minutes ahead, which no rows show to be, put refusals after the reset of their
week. In two wrongly
supported a throttle refused in rows without a text, requests in flight then filled the window of five hours, whose meter is first read full
after the last of them, and extra usage that no reading shows had paid all along; nothing was seen to succeed after that. In a third
two meters were read full, one of them at 99.8 % and rounded, and a change of plan brought service back. These kinds were mended, but for
the log. In the other three the account refused with 403 while a meter stood full, and nothing came through until the end: in one extra usage
that no reading shows had paid, in one the text that names the account was undated, in one it is of a log, and the rows are in a zone that
nobody knows. These are as they were.
Since that count, logs that no rows confirm are doubted on the days of clocks that are off: what only they tell is told without edges, and so
fewer blocks count as found. Of 73 blocks that were not found in the first 4,000 runs of that list, played again with that, 38 are
told by a log whose clock rows show to be off, 17 by one on a day on which the clock of captures or readings was off, and 18 lie in
the hour that came twice; spans are widened by what a clock is off, and never shifted.
By such a log's own clock what was in flight counts, since it dates calls and refusals alike.
Of the two contradicted in the list from 200,000,001, which stands above, one rests on the only reading beside the refusals, which was old:
the week was read 11 % higher 40 minutes later, after 15 requests. In the other the week took over from the window of five hours with the same
words, and no page shows what was served in between. Neither is mended yet.

| runs from | runs | incidents | true cause contradicted | wrong cause supported |
| --- | --- | --- | --- | --- |
${COUNTED_LISTS.map((list) => `| ${list.first.toLocaleString('en')} | ${list.runs} | ${list.incidents} | ${list.contradicted} | ${list.wronglySupported} |`).join('\n')}

## What was said of the true cause

By block; where several incidents hold parts of one block, the most definite word counts.

| true cause | blocks | supported | consistent | undecidable | contradicted | no incident |
| --- | --- | --- | --- | --- | --- | --- |
${tally.rows.map((row) => `| ${row.cause} | ${row.blocks} | ${row.supported} | ${row.consistent} | ${row.undecidable} | ${row.contradicted} | ${row['no incident']} |`).join('\n')}

## Which cause leads

A block in which two limits refused, one after the other, may rightly be led by the other one.

| true cause | ${LEADING.join(' | ')} |
| --- | ${LEADING.map(() => '---').join(' | ')} |
${CAUSES.map((cause) => `| ${cause} | ${LEADING.map((leading) => tally.leading[cause][leading]).join(' | ')} |`).join('\n')}

## What went wrong, and where

| fault | times | first runs |
| --- | --- | --- |
${kinds.map((kind) => faultRow(kind, tally.faults, names)).join('\n')}
`
}

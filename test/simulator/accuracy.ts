import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { format } from 'prettier'
import { systemClock } from '../../shared/time/clock.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { accuracyPage } from './accuracy-page.ts'
import { DIFFICULTIES, difficultiesOf } from './difficulties/list.ts'
import { examine } from './examine.ts'
import { scoreAll } from './score-all.ts'
import { showRun } from './show-run.ts'
import { tallyOf } from './tally.ts'
import { wrongLogClocksOf } from './wrong-log-clocks.ts'

/**
 * Runs that are looked at while the rules are being made begin at 1; the others are only ever counted. Each time that
 * rules were changed after a count, the next one was made on a list that nobody had counted before (counted-lists.ts).
 */
const LISTS = { 'dev': 1, 'held-out': 200_000_001 } as const

const USAGE = `npm run accuracy -- [--list dev|held-out] [--from N] [--count 2000] [--minutes N] [--push NAME] [--faults KIND] [--show N]
NAME: ${DIFFICULTIES.map(({ name }) => name).join(', ')}, or none`

const { values } = parseArgs({
  options: {
    list: { type: 'string', default: 'held-out' },
    from: { type: 'string' },
    count: { type: 'string', default: '2000' },
    minutes: { type: 'string' },
    push: { type: 'string' },
    faults: { type: 'string' },
    show: { type: 'string' },
  },
})

const pushed = values.push ?? null
if (pushed !== null && pushed !== 'none' && !DIFFICULTIES.some(({ name }) => name === pushed)) fail()
if (values.show === undefined) await reportOn(values.list, values.from, numberOf(values.count))
else {
  const seed = numberOf(values.show)
  console.log(showRun(examine(seed, difficultiesOf(seed, pushed))))
}

async function reportOn(list: string, from: string | undefined, count: number): Promise<void> {
  if (list !== 'dev' && list !== 'held-out') fail()
  const firstSeed = from === undefined ? LISTS[list] : numberOf(from)
  const until =
    values.minutes === undefined
      ? Number.MAX_SAFE_INTEGER
      : systemClock.now() + numberOf(values.minutes) * MINUTE
  const { scores, clocks } = await scoreAll({ first: firstSeed, count, pushed, until })
  const tally = tallyOf(scores)
  const isWhole = from === undefined && list === 'held-out' && pushed === null
  const about = isWhole
    ? 'These runs were not looked at before these rules were made.'
    : 'These runs may have been looked at while the rules were made.'
  const asked = [
    `--list ${list}`,
    ...(from === undefined ? [] : [`--from ${from}`]),
    `--count ${scores.length}`,
    ...(pushed === null ? [] : [`--push ${pushed}`]),
  ]
  const heading = {
    command: `npm run accuracy -- ${asked.join(' ')}`,
    about,
    firstSeed,
    names: list === 'dev',
  }
  const page = await format(accuracyPage(tally, wrongLogClocksOf(clocks), heading), { parser: 'markdown' })
  console.log(page)
  for (const { seed, cause, text } of tally.faults.filter(({ kind }) => kind === values.faults))
    console.log(`${seed} ${cause ?? ''} ${text}`)
  if (isWhole) writeFileSync(new URL('../../docs/accuracy.md', import.meta.url), page)
}

function numberOf(text: string): number {
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 ? number : fail()
}

function fail(): never {
  console.error(USAGE)
  process.exit(2)
}

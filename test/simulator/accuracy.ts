import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { format } from 'prettier'
import { accuracyPage } from './accuracy-page.ts'
import { examine, scoreSeed } from './examine.ts'
import { showRun } from './show-run.ts'
import { tallyOf } from './tally.ts'
import { wrongLogClocks } from './wrong-log-clocks.ts'

/**
 * Runs that are looked at while the rules are being made begin at 1; the others are only ever counted. Each time that
 * rules were changed after a count, the next one was made on a list that nobody had counted before (counted-lists.ts).
 */
const LISTS = { 'dev': 1, 'held-out': 10_000_001 } as const

const USAGE = 'npm run accuracy -- [--list dev|held-out] [--from N] [--count 2000] [--faults KIND] [--show N]'

const { values } = parseArgs({
  options: {
    list: { type: 'string', default: 'held-out' },
    from: { type: 'string' },
    count: { type: 'string', default: '2000' },
    faults: { type: 'string' },
    show: { type: 'string' },
  },
})

if (values.show !== undefined) console.log(showRun(examine(numberOf(values.show))))
else await reportOn(values.list, values.from, numberOf(values.count))

async function reportOn(list: string, from: string | undefined, count: number): Promise<void> {
  if (list !== 'dev' && list !== 'held-out') fail()
  const first = from === undefined ? LISTS[list] : numberOf(from)
  const seeds = Array.from({ length: count }, (_, index) => first + index)
  const tally = tallyOf(seeds.map(scoreSeed))
  const clocks = wrongLogClocks(seeds)
  const isWhole = from === undefined && list === 'held-out'
  const about = isWhole
    ? 'These runs were not looked at before these rules were made.'
    : 'These runs may have been looked at while the rules were made.'
  const command = `npm run accuracy -- --list ${list}${from === undefined ? '' : ` --from ${from}`} --count ${count}`
  const page = await format(
    accuracyPage(tally, clocks, { command, about, firstSeed: first, names: list === 'dev' }),
    {
      parser: 'markdown',
    },
  )
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

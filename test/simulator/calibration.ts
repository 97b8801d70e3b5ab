import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { format } from 'prettier'
import { calibrationPage } from './calibration-page.ts'
import { eachSeed } from './each-seed.ts'
import { scoreAll } from './score-all.ts'

/** Runs that serve for nothing else: nobody looks at one of them. */
const FIRST = 60_000_001

/**
 * Accounts for forecasts: of 60_000_001 and 94_000_001 some were looked at when forecasts were mended. One for each run, since
 * what is asked of one account hangs together: a hundred are too few to tell 80 % from 90 %.
 */
const FIRST_WEEKS = 95_000_001

/** Of so many of them each undecided incident is given what it misses, a run each. */
const PART_TRIED = 1 / 2

const { values } = parseArgs({ options: { count: { type: 'string', default: '1000' } } })
const count = Number(values.count)
if (!Number.isSafeInteger(count) || count < 1) {
  console.error('npm run calibration -- [--count 1000]')
  process.exit(2)
}
const { scores } = await scoreAll({ first: FIRST, count, pushed: null, until: Infinity })
const tried = await eachSeed('missing', FIRST, Math.ceil(count * PART_TRIED))
const outlooks = await eachSeed('outlooks', FIRST_WEEKS, count)
const command = `npm run calibration -- --count ${count}`
const page = await format(calibrationPage({ scores, tried, outlooks, accounts: count }, command), {
  parser: 'markdown',
})
console.log(page)
writeFileSync(new URL('../../docs/calibration.md', import.meta.url), page)

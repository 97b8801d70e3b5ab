import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { format } from 'prettier'
import { calibrationPage } from './calibration-page.ts'
import { scoreAll } from './score-all.ts'

/** Runs that serve for nothing else: nobody looks at one of them. */
const FIRST = 60_000_001

const { values } = parseArgs({ options: { count: { type: 'string', default: '1000' } } })
const count = Number(values.count)
if (!Number.isSafeInteger(count) || count < 1) {
  console.error('npm run calibration -- [--count 1000]')
  process.exit(2)
}
const { scores } = await scoreAll({ first: FIRST, count, pushed: null, until: Infinity })
const page = await format(calibrationPage(scores, `npm run calibration -- --count ${count}`), {
  parser: 'markdown',
})
console.log(page)
writeFileSync(new URL('../../docs/calibration.md', import.meta.url), page)

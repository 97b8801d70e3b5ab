import { parseArgs } from 'node:util'
import { scoreTeam } from './score-team.ts'

/**
 * Counts what accounts of simulated teams say together: `npm run witnesses -- --first 1 --count 100
 * --size 10`. Teams whose wrong words were looked at serve for no later count.
 */
const { values } = parseArgs({
  options: {
    first: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    size: { type: 'string', default: '10' },
  },
})
const [first, count, size] = [values.first, values.count, values.size].map(Number)
if (![first, count, size].every((each) => Number.isSafeInteger(each) && Number(each) > 0)) {
  console.error('npm run witnesses -- [--first 1] [--count 100] [--size 10]')
  process.exit(2)
}
const total = { outages: 0, supported: 0, alone: 0, incidents: 0, wrong: 0 }
for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  const score = scoreTeam(number, Number(size))
  total.outages += score.outages
  total.supported += score.supported
  total.alone += score.alone
  total.incidents += score.incidents
  total.wrong += score.wrong.length
  for (const wrong of score.wrong) console.log(wrong)
}
console.log(`${count} teams of ${size} from ${first}: ${JSON.stringify(total)}`)

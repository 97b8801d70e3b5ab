import { expect, it } from 'vitest'
import { readStepTally, readPlaywrightTally, readVitestTally, tallyStep } from './tally.ts'

const vitest = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) => ({
  numPassedTests,
  numFailedTests,
  testResults,
})

const RESULTS = [
  { fullName: 'adds up', status: 'failed', failureMessages: ['Property failed\n{ seed: 3 }'] },
  { fullName: 'takes away', status: 'passed' },
]

it.each([
  [vitest(7, 0), { passed: 7, failed: 0, failures: [] }],
  [
    vitest(7, 1, [{ name: 'sums.test.ts', status: 'failed', assertionResults: RESULTS }]),
    { passed: 7, failed: 1, failures: ['sums.test.ts: adds up\nProperty failed\n{ seed: 3 }'] },
  ],
  [
    vitest(7, 0, [{ name: 'sums.test.ts', status: 'failed', assertionResults: [] }]),
    { passed: 7, failed: 1, failures: ['sums.test.ts: could not be loaded'] },
  ],
])('counts and names vitest %j', (json, tally) => {
  expect(readVitestTally(json)).toEqual(tally)
})

const spec = (title: string, status: string) => ({ title, file: 'a.e2e.ts', tests: [{ status }] })
const SUITES = [
  {
    specs: [spec('opens', 'expected'), spec('closes', 'unexpected')],
    suites: [{ specs: [spec('blinks', 'flaky')] }],
  },
]
const BOTH = ['a.e2e.ts: closes', 'a.e2e.ts: blinks']

it.each([
  [{ expected: 5, unexpected: 1, flaky: 1 }, [], SUITES, { passed: 5, failed: 2, failures: BOTH }],
  [
    { expected: 0, unexpected: 0, flaky: 0 },
    [{ message: 'no tests' }],
    [],
    { passed: 0, failed: 1, failures: ['no tests'] },
  ],
])('counts and names Playwright %j with errors %j', (stats, errors, suites, tally) => {
  expect(readPlaywrightTally({ stats, errors, suites })).toEqual(tally)
})

it.each([
  [true, null, { passed: 0, failed: 0 }],
  [false, null, { passed: 0, failed: 1 }],
  [false, { passed: 9, failed: 0 }, { passed: 9, failed: 1 }],
  [false, { passed: 9, failed: 3 }, { passed: 9, failed: 3 }],
])('a step that exited well: %s, and reported %j', (exitedWell, reported, tally) => {
  expect(tallyStep(exitedWell, reported)).toEqual(tally)
})

it('counts what the official client wrote, and says why it was not tried', () => {
  expect(readStepTally({ passed: 15, failed: 1 })).toEqual({ passed: 15, failed: 1 })
  const skipped = { passed: 0, failed: 0, skipped: 'npm could not install the client' }
  expect(tallyStep(true, readStepTally(skipped))).toEqual(skipped)
})

import { expect, it } from 'vitest'
import { readStepTally, readPlaywrightTally, readVitestTally, tallyStep } from './tally.ts'

const vitest = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) => ({
  numPassedTests,
  numFailedTests,
  testResults,
})

it.each([
  [vitest(7, 0), { passed: 7, failed: 0 }],
  [vitest(7, 2, [{ status: 'failed', assertionResults: [{}] }]), { passed: 7, failed: 2 }],
  [vitest(7, 0, [{ status: 'failed', assertionResults: [] }]), { passed: 7, failed: 1 }],
])('counts vitest %j', (json, tally) => {
  expect(readVitestTally(json)).toEqual(tally)
})

it.each([
  [{ expected: 5, unexpected: 1, flaky: 0 }, [], { passed: 5, failed: 1 }],
  [{ expected: 5, unexpected: 0, flaky: 2 }, [], { passed: 5, failed: 2 }],
  [{ expected: 0, unexpected: 0, flaky: 0 }, ['no tests'], { passed: 0, failed: 1 }],
])('counts Playwright %j with errors %j', (stats, errors, tally) => {
  expect(readPlaywrightTally({ stats, errors })).toEqual(tally)
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

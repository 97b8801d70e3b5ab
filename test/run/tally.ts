import { z } from 'zod'

/** What one step of `npm test` adds to the last line. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  /** Why it did not try what it is there for. */
  readonly skipped?: string
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** Counts of vitest's JSON report. A file that could not even be loaded holds no test and counts as one failure. */
export function readVitestTally(json: unknown): Tally {
  const report = vitestReport.parse(json)
  const notLoaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + notLoaded.length }
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
})

/** Counts of Playwright's JSON report. A test that passed only when repeated is a failure. */
export function readPlaywrightTally(json: unknown): Tally {
  const { stats, errors } = playwrightReport.parse(json)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

const stepReport = z.object({ passed: z.number(), failed: z.number(), skipped: z.string().optional() })

/** The report of a step that counts for itself (test/client/rig/run.ts, test/engines/engines.ts). */
export function readStepTally(json: unknown): Tally {
  const { passed, failed, skipped } = stepReport.parse(json)
  return skipped === undefined ? { passed, failed } : { passed, failed, skipped }
}

/**
 * The tally of a step from its exit and, where its runner writes one, its report. A step that failed never adds
 * up to zero failures, whatever its report says.
 */
export function tallyStep(exitedWell: boolean, reported: Tally | null): Tally {
  const { failed, ...rest } = reported ?? { passed: 0, failed: 0 }
  return { ...rest, failed: exitedWell ? failed : Math.max(failed, 1) }
}

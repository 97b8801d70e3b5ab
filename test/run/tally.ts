import { z } from 'zod'

/** What one step of `npm test` adds to the last line. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  /** What failed: its name, then the lines that its runner says of it. Of a long log often only the end is seen. */
  readonly failures?: readonly string[]
  /** Why it did not try what it is there for. */
  readonly skipped?: string
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
})

/** Counts of vitest's JSON report. A file that could not even be loaded holds no test and counts as one failure. */
export function readVitestTally(json: unknown): Tally {
  const report = vitestReport.parse(json)
  const notLoaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failedTests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages = [] }) => [`${name}: ${fullName}`, ...failureMessages].join('\n')),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + notLoaded.length,
    failures: [...failedTests, ...notLoaded.map(({ name }) => `${name}: could not be loaded`)],
  }
}

const playwrightSuite = z.object({
  specs: z.array(
    z.object({ title: z.string(), file: z.string(), tests: z.array(z.object({ status: z.string() })) }),
  ),
  get suites() {
    return z.array(playwrightSuite).optional()
  },
})
type PlaywrightSuite = z.infer<typeof playwrightSuite>

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.object({ message: z.string().optional() })),
  suites: z.array(playwrightSuite),
})

/** Counts of Playwright's JSON report. A test that passed only when repeated is a failure. */
export function readPlaywrightTally(json: unknown): Tally {
  const { stats, errors, suites } = playwrightReport.parse(json)
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    failures: [...suites.flatMap(failedSpecs), ...errors.map(({ message }) => message ?? 'an error')],
  }
}

/** Of a suite and those inside it: the specs that a run did not pass at once. */
function failedSpecs({ specs, suites = [] }: PlaywrightSuite): string[] {
  const failed = specs.filter(({ tests }) => tests.some(({ status }) => /unexpected|flaky/.test(status)))
  return [...failed.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(failedSpecs)]
}

const stepReport = z.object({
  passed: z.number(),
  failed: z.number(),
  failures: z.array(z.string()).optional(),
  skipped: z.string().optional(),
})

/** The report of a step that counts for itself (test/client/rig/run.ts, test/engines/engines.ts). */
export function readStepTally(json: unknown): Tally {
  return stepReport.parse(json)
}

/**
 * The tally of a step from its exit and, where its runner writes one, its report. A step that failed never adds
 * up to zero failures, whatever its report says.
 */
export function tallyStep(exitedWell: boolean, reported: Tally | null): Tally {
  const { failed, ...rest } = reported ?? { passed: 0, failed: 0 }
  return { ...rest, failed: exitedWell ? failed : Math.max(failed, 1) }
}

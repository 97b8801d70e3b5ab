import { defineConfig } from '@playwright/test'

/** End-to-end tests in real Chromium, on the built extension and the built local page. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  timeout: 60_000,
  // A loaded machine with two cores takes its time to read the evidence again after a reload.
  expect: { timeout: 15_000 },
  // Each test has a browser, a profile and servers of its own.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  outputDir: '../../test-results/e2e',
})

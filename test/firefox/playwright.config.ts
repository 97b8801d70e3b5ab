import { defineConfig } from '@playwright/test'

/** The built zip in real Firefox. Playwright's own Firefox loads no extension, so it only runs the tests here. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.firefox.ts',
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../../test-results/firefox.json' }]],
  outputDir: '../../test-results/firefox',
})

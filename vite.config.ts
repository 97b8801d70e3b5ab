import { crx } from '@crxjs/vite-plugin'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import manifest, { firefoxManifest } from './extension/manifest.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `vite build` is for Chrome and Edge, `vite build --mode firefox` for Firefox. */
const extensionFor = (mode: string) =>
  mode === 'firefox' ? crx({ manifest: firefoxManifest, browser: 'firefox' }) : crx({ manifest })

/** Tests that hold laws over drawn inputs, and simulated runs: they take most of the time, whatever was changed. */
const LAWS = ['test/**/*laws.test.ts', 'test/**/invariances.test.ts', 'test/simulator/**/*.test.ts']
/** What tests read without importing it: a change there runs all that the change may touch, which is all. */
const READ_AS_FILES = [
  '**/package.json',
  '**/vite.config.*',
  'test/fixtures/**',
  'test/field/inputs/**',
  'test/**/golden/**',
  'test/benchmark/cases/**',
  'docs/report.schema.json',
]

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(process.env['VITEST'] ? [] : [extensionFor(mode)])],
  // Content scripts are built as libraries, where Vite leaves this in; without it they die in the page.
  define: {
    'process.env.NODE_ENV': JSON.stringify(
      /^(?:production|firefox)$/.test(mode) ? 'production' : 'development',
    ),
  },
  // Modules, as everything else: a policy without 'unsafe-eval' and blobs lets them load.
  worker: { format: 'es' },
  build: {
    outDir: mode === 'firefox' ? 'dist-firefox' : 'dist',
    target: mode === 'firefox' ? 'firefox142' : 'chrome120',
    license: { fileName: 'licences.md' },
    rollupOptions: { input: { console: here('./web/index.html') } },
  },
  test: {
    forceRerunTriggers: READ_AS_FILES,
    environment: 'node',
    // Property tests take seconds on a machine that is busy with something else; none waits for time to pass.
    testTimeout: 240_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**', ...LAWS] },
      },
      { extends: true, test: { name: 'laws', include: LAWS } },
    ],
  },
}))

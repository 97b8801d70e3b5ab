import { crx } from '@crxjs/vite-plugin'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import manifest from './extension/manifest.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(process.env['VITEST'] ? [] : [crx({ manifest })])],
  // Content scripts are built as libraries, where Vite leaves this in; without it they die in the page.
  define: {
    'process.env.NODE_ENV': JSON.stringify(mode === 'production' ? 'production' : 'development'),
  },
  // Modules, as everything else: a policy without 'unsafe-eval' and blobs lets them load.
  worker: { format: 'es' },
  build: {
    target: 'chrome120',
    rollupOptions: { input: { console: here('./web/index.html') } },
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    environment: 'node',
    // Property tests take seconds on a machine that is busy with something else; none waits for time to pass.
    testTimeout: 60_000,
  },
}))

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Only with `npm run engines`: the engines are not installed with the rest. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['test/engines/*.engine.ts'], environment: 'node', testTimeout: 120_000 },
})

import type { KnipConfiguration } from 'knip'

/**
 * What nothing uses goes: files, exports, dependencies. With --production what only tests use: an export for a test is
 * fine where its own file uses it too.
 */
export default ({ production = false }: { readonly production?: boolean }): KnipConfiguration => ({
  // Beside what package.json runs. With "!" what is shipped; the others are run by hand or loaded by a browser.
  entry: [
    'shared/cli.ts!',
    'extension/manifest.ts!',
    'extension/background.ts!',
    'extension/content/*.iife.ts!',
    'extension/console/main.ts!',
    'extension/popup/popup.ts!',
    'release/{package,release-check}.ts!',
    'test/replica/page/main.ts',
    'test/bench/*-page.ts',
    'test/engines/{*.engine,vitest.config}.ts',
    'test/e2e/pictures/*.ts',
  ],
  project: ['{extension,release,shared,web}/**/*.{ts,tsx}!', 'test/**/*.{ts,tsx}'],
  ignoreExportsUsedInFile: production,
  // named in a stylesheet only
  ignoreDependencies: ['@fontsource-variable/inter'],
  // of the system, for tests
  ignoreBinaries: ['mkfifo', 'openssl', 'prometheus', 'promtool', 'victoria-metrics', 'unshare'],
})

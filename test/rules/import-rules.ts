/**
 * Who may import whom (docs/flow.md draws it). A room is a folder or a file; the longest name that fits a path wins.
 * Everybody may import from the own room, and `shared/time` up to the listed rooms only.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/time': [],
  'shared/evidence': ['shared/time'],
  'shared/parse': ['shared/evidence', 'shared/time'],
  'shared/store': ['shared/evidence', 'shared/time'],
  'shared/analyse': ['shared/evidence', 'shared/time'],
  // parse only for its zod, which is configured in one place
  'shared/recorder': ['shared/analyse', 'shared/parse', 'shared/evidence', 'shared/time'],
  'shared/wording': ['shared/analyse', 'shared/evidence', 'shared/time'],
  // parse only for its zod, which is configured in one place
  'shared/export': ['shared/wording', 'shared/analyse', 'shared/parse', 'shared/evidence', 'shared/time'],
  'shared/intake.ts': ['shared/parse', 'shared/store', 'shared/export', 'shared/evidence', 'shared/time'],
  'shared/cli': ['shared', 'package.json'],
  'shared/cli.ts': ['shared'],
  'extension': ['shared', 'package.json'],
  // The extension's own console page passes its adapter to the same React app that `npm start` serves.
  'extension/console': ['extension', 'shared', 'web/mount.tsx', 'package.json'],
  'web': ['shared', 'package.json'],
  'release': ['package.json'],
  'test': ['shared', 'extension', 'web', 'release', 'package.json', 'package-lock.json', 'vite.config.ts'],
}

/** Libraries that only one or two rooms may know. A library that is not listed may be used anywhere. */
export const KNOWN_ONLY_TO: Readonly<Record<string, readonly string[]>> = {
  'dexie': ['shared/store'],
  'dexie-react-hooks': ['web'],
  'temporal-polyfill': ['shared/time'],
  'fake-indexeddb': ['test'],
  'i18next': ['shared/wording', 'web', 'extension'],
  'react': ['web', 'extension/console'],
  'react-dom': ['web', 'extension/console'],
  'react-i18next': ['web'],
  'recharts': ['web'],
  'commander': ['shared/cli'],
  'yocto-spinner': ['shared/cli'],
  'picocolors': ['shared/cli', 'shared/export/text'],
  '@bomb.sh/tab': ['shared/cli'],
  'zustand': ['web'],
  'playwright': ['test'],
  '@playwright/test': ['test'],
  '@crxjs/vite-plugin': ['extension/manifest.ts'],
}

/** `file -> import` that break the tables above today. This list may only get shorter. */
export const IMPORT_DEBTS: readonly string[] = []

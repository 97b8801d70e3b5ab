import { fileURLToPath } from 'node:url'

/** The incident that started the project, as its files lie in test/fixtures/seed. */
export const seedFile = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/seed/${name}`, import.meta.url))

export const SEED_FILES = ['usage-history.txt', 'cli-panel.txt', 'error.txt', 'incident-2026-03-07.txt'].map(
  seedFile,
)

export const NOW = ['--now', '2026-03-09T00:00:00Z']

import { spawnSync } from 'node:child_process'

/**
 * The unit tests that a change can touch, for `npm run check`: those which import something that differs from where this
 * branch left main, committed or not, and the rules of the house. All of them where there is no such place. The laws are
 * apart (`npm run laws`).
 */

const git = (...words: readonly string[]): string | null => {
  const { status, stdout } = spawnSync('git', words, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

const base = git('merge-base', 'HEAD', 'origin/main') ?? git('merge-base', 'HEAD', 'main')
const vitest = (...words: readonly string[]): number =>
  spawnSync('npx', ['vitest', 'run', '--project', 'unit', ...words], { stdio: 'inherit' }).status ?? 1

const runs = base === null ? [vitest()] : [vitest('test/rules'), vitest('--changed', base)]
process.exitCode = Math.max(...runs)

import { readFileSync } from 'node:fs'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { median, type Bench, type BenchResult } from './bench.ts'
import { historyText } from './history-text.ts'

const ROWS = 100_000
const RUNS = 9

function timeOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Both in turn, so that what else the machine does meets both alike; medians in ms. */
function compare(what: string, text: string, check: (records: number) => boolean): BenchResult {
  const times = Array.from(
    { length: RUNS },
    () => [timeOf(() => text.split('\n')), timeOf(() => parse(text, check))] as const,
  )
  const plain = median(times.map(([first]) => first))
  const value = median(times.map(([, second]) => second))
  const baseline = `splitting it into lines, ${plain.toFixed(1)} ms`
  return { what, value, unit: 'ms', ratio: value / plain, baseline }
}

function parse(body: string, check: (records: number) => boolean): void {
  const { evidence } = parseInput(
    { at: null, via: 'paste', input: 'paste', source: null, body },
    { zone: 'unknown' },
  )
  if (!check(evidence.records.length)) throw new Error('rows got lost')
}

const fixture = (path: string) => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')

const parseTextBench: Bench = {
  name: 'parse-text',
  run() {
    const post = fixture('posts/forum-post.md')
    const prose = post.split('\n').slice(0, 7).join('\n').repeat(4_000)
    return Promise.resolve([
      compare('100,000 pasted rows with request ids (goal: 10x)', historyText(ROWS, true), (n) => n === ROWS),
      compare('100,000 pasted rows without (goal: 10x)', historyText(ROWS, false), (n) => n === ROWS),
      compare(`${Math.round(prose.length / 1e5) / 10} MB of words`, prose, (n) => n === 0),
      compare('a post with all of it, 500 times', `${post}\n`.repeat(500), (n) => n === 4),
    ])
  },
}

export default parseTextBench

import { readFileSync } from 'node:fs'
import { recordIds } from '../../shared/evidence/record-ids.ts'
import type { RequestSource, UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { wallTime } from '../../shared/time/wall.ts'
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
function compare(what: string, text: string, work: () => void): BenchResult {
  const times = Array.from({ length: RUNS }, () => [timeOf(() => text.split('\n')), timeOf(work)] as const)
  const plain = median(times.map(([first]) => first))
  const value = median(times.map(([, second]) => second))
  const baseline = `splitting it into lines, ${plain.toFixed(1)} ms`
  return { what, value, unit: 'ms', ratio: value / plain, baseline }
}

/**
 * What remains when nothing is read, checked or found: the rows of `historyText` are known to be what they are, and are
 * made into records with their ids. No way of reading them can be faster while a record is an object.
 */
function makeRecords(lines: readonly string[], withIds: boolean): void {
  const rest = lines.map((line, index): Omit<UsageRecord, 'id'> => {
    const timeAt = line.length - ' | Success'.length - 'yyyy-mm-dd hh:mm:ss'.length
    const text = line.slice(timeAt, timeAt + 19)
    const wall = wallTime(1_784_689_609_000 - index * 1_000)
    return {
      requestId: withIds ? line.slice(0, 36) : null,
      when: { kind: 'local', local: { text, wall, length: 1_000, zone: null } },
      source: index % 4 === 0 ? KEY : DEVICE,
      userAgent: 'kimi-code-cli/0.14.0',
      callType: 'Model Inference',
      model: null,
      status: null,
      outcome: 'success',
      statusText: 'Success',
      origins: [{ capture: 'capture:0', at: `line ${index + 1}` }],
    }
  })
  const ids = recordIds(rest, [])
  if (ids.length !== lines.length) throw new Error('rows got lost')
}

const KEY: RequestSource = { kind: 'api_key', name: 'editor key', inferred: false }
const DEVICE: RequestSource = { kind: 'login_device', name: null, inferred: false }

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
    const posts = `${post}\n`.repeat(500)
    const withIds = historyText(ROWS, true)
    const without = historyText(ROWS, false)
    const reading = (text: string, records: number) => () => parse(text, (found) => found === records)
    const making = (text: string, ids: boolean) => {
      const lines = text.split('\n')
      return () => makeRecords(lines, ids)
    }
    return Promise.resolve([
      compare('100,000 pasted rows with request ids (goal: 10x)', withIds, reading(withIds, ROWS)),
      compare('  making the 100,000 records alone', withIds, making(withIds, true)),
      compare('100,000 pasted rows without (goal: 10x)', without, reading(without, ROWS)),
      compare('  making the 100,000 records alone, with hashes as ids', without, making(without, false)),
      compare(`${Math.round(prose.length / 1e5) / 10} MB of words`, prose, reading(prose, 0)),
      compare('a post with all of it, 500 times', posts, reading(posts, 4)),
    ])
  },
}

export default parseTextBench

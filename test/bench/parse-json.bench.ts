import { parseUnifiedRequests } from '../../shared/parse/console/list-unified-requests.ts'
import { recogniseJson } from '../../shared/parse/json/json-sources.ts'
import type { ParseContext } from '../../shared/parse/parser.ts'
import { scrubBody } from '../../shared/parse/scrub/scrub.ts'
import { median, type Bench, type BenchResult } from './bench.ts'

const ROWS = 100_000
const RUNS = 7

const CONTEXT: ParseContext = {
  capture: 'capture:0123456789abcdef0123456789abcdef',
  at: null,
  via: 'file',
  input: 'history.json',
  zone: 'unknown',
}

/** A history as the service writes it: a row a second, three clients, a quarter of them with an API key. */
function historyJson(rows: number): string {
  const requests = Array.from({ length: rows }, (_, index) => ({
    requestId: `${hex(index, 8)}-85dc-4958-9152-${hex(index * 7919, 12)}`,
    requestTime: new Date(1_784_689_609_000 - index * 1_000).toISOString().replace('.000Z', 'Z'),
    callType: 'Model Inference',
    httpStatusCode: index % 50 === 0 ? 403 : 200,
    success: index % 50 !== 0,
    modelDisplayName: 'kimi-for-coding',
    userAgent: ['KimiCLI/1.16.0', 'kimi-code-cli/0.14.0', 'Qoder/1.0'][index % 3],
    clientType: 'CLIENT_TYPE_CLI',
    ...(index % 4 === 0
      ? {
          apiKey: {
            id: `3f0d6f8e-0000-4000-8000-${hex(index % 5, 12)}`,
            key: 'sk-ki…abcde',
            name: 'Qoder',
            scope: ['FEATURE_CODING'],
          },
        }
      : {}),
  }))
  return JSON.stringify({ requests })
}

const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0')

function timeOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Both in turn, so that what else the machine does meets both alike; medians in ms. */
function compare(what: string, text: string, work: () => unknown): BenchResult {
  const times = Array.from({ length: RUNS }, () => [timeOf(() => JSON.parse(text)), timeOf(work)] as const)
  const plain = median(times.map(([first]) => first))
  const value = median(times.map(([, second]) => second))
  return {
    what,
    value,
    unit: 'ms',
    ratio: value / plain,
    baseline: `JSON.parse of it, ${Math.round(plain)} ms`,
  }
}

function parse(text: string): number {
  const value: unknown = JSON.parse(text)
  const source = recogniseJson(value)?.source
  const parsed = source?.parse({ value, at: '$', line: null }, CONTEXT)
  if (parsed?.records?.length !== ROWS || source?.parse !== parseUnifiedRequests)
    throw new Error('rows got lost')
  return parsed.records.length
}

const parseJsonBench: Bench = {
  name: 'parse-json',
  async run() {
    const text = historyJson(ROWS)
    const drifted = text.replaceAll('"clientType"', '"clientKind"')
    return [
      compare('100,000 history rows as JSON (goal: 4x)', text, () => parse(text)),
      compare('the same, each row with a field that is new', drifted, () => parse(drifted)),
      compare('scrubbing it', text, () => scrubBody(text, 'ListUnifiedRequests')),
    ]
  },
}

export default parseJsonBench

import { parseUnifiedRequests } from '../../shared/parse/console/list-unified-requests.ts'
import { recogniseJson } from '../../shared/parse/json-sources.ts'
import type { ParseContext } from '../../shared/parse/parser.ts'
import { scrubBody } from '../../shared/parse/scrub.ts'
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

/** Milliseconds of the median run. */
const measure = (work: () => unknown) =>
  median(
    Array.from({ length: RUNS }, () => {
      const start = performance.now()
      work()
      return performance.now() - start
    }),
  )

function parse(text: string): number {
  const value: unknown = JSON.parse(text)
  const source = recogniseJson(value)?.source
  const parsed = source?.parse({ value, at: '$', line: null }, CONTEXT)
  if (parsed?.records?.length !== ROWS || source?.parse !== parseUnifiedRequests)
    throw new Error('rows got lost')
  return parsed.records.length
}

const jsonParseBench: Bench = {
  name: 'parse-json',
  async run() {
    const text = historyJson(ROWS)
    const plain = measure(() => JSON.parse(text))
    const comparedWith = (value: number): Pick<BenchResult, 'value' | 'unit' | 'ratio' | 'baseline'> => ({
      value,
      unit: 'ms',
      ratio: value / plain,
      baseline: `JSON.parse of it, ${Math.round(plain)} ms`,
    })
    return [
      { what: '100,000 history rows as JSON (goal: 4x)', ...comparedWith(measure(() => parse(text))) },
      {
        what: 'the same, each row with a field that we do not know',
        ...comparedWith(measure(() => parse(text.replaceAll('"clientType"', '"clientKind"')))),
      },
      { what: 'scrubbing it', ...comparedWith(measure(() => scrubBody(text, 'ListUnifiedRequests'))) },
    ]
  },
}

export default jsonParseBench

import { parseUnifiedRequests } from '../../shared/parse/console/list-unified-requests.ts'
import { recogniseJson } from '../../shared/parse/json-sources.ts'
import type { ParseContext } from '../../shared/parse/parser.ts'
import { scrubBody } from '../../shared/parse/scrub.ts'

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

/** Median of several runs, ms. */
function measure(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).toSorted((a, b) => a - b)
  return times[Math.floor(RUNS / 2)] ?? NaN
}

function parse(text: string): number {
  const value: unknown = JSON.parse(text)
  const source = recogniseJson(value)?.source
  const parsed = source?.parse({ value, at: '$', line: null }, CONTEXT)
  if (parsed?.records?.length !== ROWS || source?.parse !== parseUnifiedRequests)
    throw new Error('rows got lost')
  return parsed.records.length
}

export default {
  name: 'parse JSON',
  async run() {
    const text = historyJson(ROWS)
    const anonymous = text.replace(/"requestId":"[^"]+",/g, '')
    const baseline = measure(() => JSON.parse(text))
    const anonymousBaseline = measure(() => JSON.parse(anonymous))
    const results = [
      {
        what: `${ROWS} history rows (goal: at most 4x JSON.parse)`,
        value: measure(() => parse(text)),
        baseline,
      },
      {
        what: `the same without request ids`,
        value: measure(() => parse(anonymous)),
        baseline: anonymousBaseline,
      },
      {
        what: `scrubbing the same text`,
        value: measure(() => scrubBody(text, 'ListUnifiedRequests')),
        baseline,
      },
    ]
    return results.map((result) => ({
      ...result,
      unit: 'ms',
      ratio: result.value / result.baseline,
      baseline: `JSON.parse ${result.baseline.toFixed(0)} ms`,
    }))
  },
}

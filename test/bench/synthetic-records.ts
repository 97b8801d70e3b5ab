import { recordId, type UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { SECOND } from '../../shared/time/duration.ts'
import { span } from '../../shared/time/span.ts'

/** 2026-01-01T00:00:00Z */
export const START = 1_767_225_600_000
export const ROWS_PER_DAY = 6_000
/** One request each 14.4 seconds: a heavy day, as docs/decisions/0009-day-segments.md counts it. */
const STEP = 86_400_000 / ROWS_PER_DAY

const CLIENTS = ['KimiCLI/1.16.0', 'kimi-code-cli/0.14.0', 'Qoder/1.0', 'claude-cli/2.1.0', 'RooCode/3.30.1']
const KEYS = [null, null, 'laptop', 'ci', 'phone']

/** The same rows on every run: a small linear congruence instead of Math.random. */
function pseudoRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state
  }
}

/** Rows `from` to `to` of an endless history, 6,000 a day, as the console's service would give them. */
export function syntheticRecords(from: number, to: number): UsageRecord[] {
  return Array.from({ length: to - from }, (_, index) => syntheticRecord(from + index))
}

/** Refusals come in bouts, as blocks do: thirty in a row, once in five thousand rows. */
export const inBouts = (record: UsageRecord, index: number): UsageRecord =>
  index % 5_000 < 30
    ? { ...record, outcome: 'failure', status: 429 }
    : { ...record, outcome: 'success', status: 200 }

function syntheticRecord(index: number): UsageRecord {
  const next = pseudoRandom(index * 2_654_435_761)
  next()
  const hex = [next(), next(), next(), next()].map((word) => word.toString(16).padStart(8, '0')).join('')
  const requestId = [8, 12, 16, 20, 32].map((end, i) => hex.slice([0, 8, 12, 16, 20][i], end)).join('-')
  const at = Math.floor((START + index * STEP) / SECOND) * SECOND
  const failed = (next() >>> 16) % 40 === 0
  const pick = (next() >>> 16) % CLIENTS.length
  const key = KEYS[pick] ?? null
  const row = {
    requestId,
    when: { kind: 'span', span: span(at, at + SECOND) },
    source: { kind: key === null ? 'login_device' : 'api_key', name: key, inferred: key === null },
    userAgent: CLIENTS[pick] ?? null,
  } as const
  return {
    id: recordId(row, 0),
    ...row,
    callType: 'Model Inference',
    model: 'kimi-for-coding',
    status: failed ? 429 : 200,
    outcome: failed ? 'failure' : 'success',
    statusText: null,
    origins: [
      {
        capture: `capture:${hex.slice(0, 4)}${'0'.repeat(28)}`.replace(/^(capture:.).../, '$1000'),
        at: `$.requests[${index % 100}]`,
      },
    ],
  }
}

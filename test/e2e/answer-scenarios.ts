import type { Language } from '../../shared/time/format.ts'
import type { ReplicaRow, Scenario } from '../replica/scenario.ts'
import { SEED_NOW, seedScenario } from '../replica/seed-scenario.ts'

/** What a console shows in each state of the answer that a page can bring about, as it was at SEED_NOW. */

const seed = seedScenario()
const succeeded = seed.rows.filter(({ success }) => success)

const refusedAt = (time: string, index: number): ReplicaRow => ({
  requestId: `00000000-0000-4000-8000-00000000008${index}`,
  requestTime: `2026-03-02T${time}Z`,
  userAgent: 'KimiCLI/1.16.0',
  success: false,
  httpStatusCode: 429,
  apiKeyName: null,
})

const REFUSED_NOW = ['16:37:02', '16:36:31', '16:35:58', '16:35:01'].map(refusedAt)

/** A console whose 5-hour window stands at a share. */
function withUsed(ratio: number, rows: readonly ReplicaRow[]): Partial<Scenario> & Pick<Scenario, 'rows'> {
  const reset = { resetTime: '2026-03-02T20:20:45.248979Z' }
  const used = String(Math.round(ratio * 100))
  const week = { limit: '100', used: '16', remaining: '84', resetTime: '2026-03-08T09:20:45.248979Z' }
  return {
    rows,
    stats: {
      ratelimitCode5h: { ratio, enabled: true, ...reset },
      ratelimitCode7d: { ratio: 0.16, enabled: true, resetTime: week.resetTime },
    },
    usages: {
      usages: [
        {
          scope: 'FEATURE_CODING',
          detail: week,
          limits: [
            {
              window: { duration: 300, timeUnit: 'TIME_UNIT_MINUTE' },
              detail: { limit: '100', used, remaining: String(100 - Number(used)), ...reset },
            },
          ],
        },
      ],
    },
  }
}

/** One state, and how strip and popup begin in it. */
export interface AnswerScenario {
  readonly name: string
  readonly given: Partial<Scenario>
  readonly says: Readonly<Record<Language, string>> & {
    /** There is a reset to wait for. */
    readonly back: boolean
    /** A block is marked in the page's own table. */
    readonly marks?: boolean
  }
}

const STATES = [
  [
    'blocked now by a full window',
    withUsed(1, [...REFUSED_NOW, ...succeeded]),
    { en: 'Blocked since 17:35 (2 min). Cause: 5-hour quota', zh: '自 17:35 起受限', back: true },
  ],
  [
    'blocked now, and no quota is used up',
    withUsed(0.02, [...REFUSED_NOW, ...succeeded]),
    { en: 'Blocked since 17:35 (2 min). Cause not known.', zh: '自 17:35 起受限', back: false },
  ],
  [
    'was blocked',
    { rows: seed.rows },
    { en: 'Blocked 15:19–16:22 (1 h 3 min). Cause not proved.', zh: '15:19–16:22', back: false, marks: true },
  ],
  [
    'a full window and no refusal',
    withUsed(1, succeeded),
    { en: 'The 5-hour quota is used up; no refusal was seen.', zh: '额度已用尽', back: true },
  ],
  ['no block', withUsed(0.96, succeeded), { en: 'No known blocks.', zh: '尚未发现', back: false }],
  [
    'nothing used yet',
    { rows: [], stats: {}, usages: { usages: [] }, shares: [] },
    { en: 'No known blocks.', zh: '尚未发现', back: false },
  ],
] as const

/** Each with an account of its own, so that one browser can show all of them one after the other. */
export const ANSWER_SCENARIOS: readonly AnswerScenario[] = STATES.map(([name, scenario, says], index) => {
  // a row belongs to the account in which it was seen first
  const rows = scenario.rows.map((row) => ({
    ...row,
    requestId: row.requestId.replace('0000', `000${index}`),
  }))
  return { name, given: { now: SEED_NOW, accountId: `user-${index}`, ...scenario, rows }, says }
})

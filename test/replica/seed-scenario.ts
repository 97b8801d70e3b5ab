import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readInstant, writeInstant } from '../../shared/time/instant.ts'
import { PLAIN, PLANTED, type ReplicaRow, type Scenario } from './scenario.ts'

// by its path, since a test with a page in it resolves addresses against that page
const HERE = dirname(fileURLToPath(import.meta.url))
const seed = (name: string) => readFileSync(join(HERE, '../fixtures/seed', name), 'utf8')

/** The rows of 2 March as the service would give them, on the assumption that their clock stood at +02:00. */
function seedRows(): readonly ReplicaRow[] {
  return seed('usage-history.txt')
    .trim()
    .split('\n')
    .map((line, index) => {
      const [, userAgent = '', date = '', time = ''] =
        /^Login Device (\S+) (\S+) (\S+) Success$/.exec(line) ?? []
      const at = readInstant(`${date.replaceAll('/', '-')}T${time}+02:00`)
      if (at === null) throw new Error(`not a row of the seed: ${line}`)
      const requestId = `00000000-0000-4000-8000-0000000000${String(10 + index)}`
      return {
        requestId,
        requestTime: writeInstant(at),
        userAgent,
        success: true,
        httpStatusCode: 200,
        apiKeyName: null,
      }
    })
}

/** The failed rows that a later console would have listed in the hour without success. */
const refusedRows: readonly ReplicaRow[] = ['14:19:02', '14:19:03', '14:40:10', '15:10:44'].map(
  (time, index) => ({
    requestId: `00000000-0000-4000-8000-00000000009${index}`,
    requestTime: `2026-03-02T${time}Z`,
    userAgent: 'KimiCLI/1.16.0',
    success: false,
    httpStatusCode: 429,
    apiKeyName: null,
  }),
)

/** When the panel of that day was read (docs/kimi.md#first-incident). */
export const SEED_NOW = '2026-03-02T16:37:15Z'

/** The seed's incident on a console that lists refused requests; meters as of the panel of that day. */
export function seedScenario(look: Partial<Scenario> = {}): Scenario {
  const rows = [...seedRows(), ...refusedRows].toSorted((a, b) => (a.requestTime < b.requestTime ? 1 : -1))
  return {
    ...PLAIN,
    now: SEED_NOW,
    rows: rows.map((row, index) => (index === 2 ? { ...row, apiKeyName: 'laptop' } : row)),
    stats: {
      ratelimitCode5h: { ratio: 0.02, enabled: true, resetTime: '2026-03-02T20:20:45.248979Z' },
      ratelimitCode7d: { ratio: 0.16, enabled: true, resetTime: '2026-03-08T09:20:45.248979Z' },
      subscriptionBalance: {
        id: PLANTED.keyId,
        feature: 'FEATURE_OMNI',
        type: 'SUBSCRIPTION',
        amountUsedRatio: 0.21,
        kimiCodeUsedRatio: 0.2,
        expireTime: '2026-04-01T09:20:45Z',
      },
    },
    usages: {
      usages: [
        {
          scope: 'FEATURE_CODING',
          detail: { limit: '100', used: '16', remaining: '84', resetTime: '2026-03-08T09:20:45.248979Z' },
          limits: [
            {
              window: { duration: 300, timeUnit: 'TIME_UNIT_MINUTE' },
              detail: { limit: '100', used: '2', remaining: '98', resetTime: '2026-03-02T20:20:45.248979Z' },
            },
          ],
        },
      ],
    },
    devices: [
      {
        id: PLANTED.deviceId,
        name: 'workstation',
        platform: 'linux',
        lastActiveTime: '2026-03-02T15:20:00Z',
      },
      {
        id: `${PLANTED.deviceId}-2`,
        name: 'notebook',
        platform: 'darwin',
        lastActiveTime: '2026-03-01T08:00:00Z',
      },
    ],
    shares: rows.map(({ requestTime }, index) => ({
      at: requestTime,
      product: 'Kimi Code',
      percent: (index + 1) / 100,
    })),
    ...look,
  }
}

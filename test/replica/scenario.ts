import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readInstant, writeInstant } from '../../shared/time/instant.ts'

/** One row as ListUnifiedRequests gives it (KIMI.md 2.1). Newest first in a scenario. */
export interface ReplicaRow {
  readonly requestId: string
  readonly requestTime: string
  readonly userAgent: string
  readonly success: boolean
  readonly httpStatusCode: number
  readonly apiKeyName: string | null
}

/** What the stand-in for the Kimi console shows: plain data, so that a test says what there is to see. */
export interface Scenario {
  readonly accountId: string
  readonly language: 'en' | 'zh'
  readonly dark: boolean
  readonly rows: readonly ReplicaRow[]
  readonly stats: unknown
  readonly devices: readonly Readonly<Record<string, string>>[]
}

/** Things that must never be found in what the extension keeps. */
export const PLANTED = {
  token: 'eyJhbGciOiJIUzUxMiJ9.cGxhbnRlZA.c2VjcmV0LXNpZ25hdHVyZQ',
  keyValue: 'sk-kimi-plantedplantedplantedplanted',
  keyId: '3f0d6f8e-dead-4000-8000-00000000beef',
  accountId: 'user-planted-4711',
  deviceId: 'device-planted-0815',
  payment: 'PAYMENT_CHANNEL_PLANTED',
} as const

const seed = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../fixtures/seed/${name}`, import.meta.url)), 'utf8')

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

/** The seed's incident on a console that lists refused requests; meters as of the panel of that day. */
export function seedScenario(look: Partial<Pick<Scenario, 'language' | 'dark'>> = {}): Scenario {
  const rows = [...seedRows(), ...refusedRows].toSorted((a, b) => (a.requestTime < b.requestTime ? 1 : -1))
  return {
    accountId: PLANTED.accountId,
    language: 'en',
    dark: false,
    ...look,
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
  }
}

import { SECOND } from '../../../shared/time/duration.ts'
import type { Random } from '../random.ts'
import type { Caller, Refusal } from '../world/call.ts'

/** A program that makes requests, and how it tries again by itself. */
export interface Client {
  readonly caller: Caller
  /** The wait before try `n` + 1 in ms after try `n` was refused (1 for the first), or null to give up. */
  readonly waitAfter: (tries: number, refusal: Refusal, random: Random) => number | null
}

const RETRYABLE: ReadonlySet<number> = new Set([408, 409, 429, 500, 502, 503, 504, 529])

/** kimi-cli: three tries of a step within a second or two (docs/kimi.md#clients). */
const likeKimiCli: Client['waitAfter'] = (tries, { wording }, random) =>
  tries < 3 && RETRYABLE.has(wording.status) ? 300 * 2 ** (tries - 1) + random.between(0, 0.5 * SECOND) : null

/**
 * kimi-code: ten tries with a doubling wait of up to 32 s; an exhausted quota is not tried again
 * (docs/kimi.md#clients).
 */
const likeKimiCode: Client['waitAfter'] = (tries, { wording }, random) =>
  tries < 10 && RETRYABLE.has(wording.status) && wording.type !== 'exceeded_current_quota_error'
    ? Math.min(500 * 2 ** (tries - 1), 32 * SECOND) * random.between(1, 1.25)
    : null

const likeOthers: Client['waitAfter'] = (tries, _refusal, random) =>
  tries < 2 ? random.between(SECOND, 5 * SECOND) : null

const POLICY = { 'kimi-cli': likeKimiCli, 'kimi-code': likeKimiCode, 'other': likeOthers } as const

const AGENT = {
  'kimi-cli': 'KimiCLI/1.16.0',
  'kimi-code': 'kimi-code-cli/0.14.0',
  'other': 'Qoder/1.0',
} as const

/** The client of a device. Programs that are not Kimi's own sign in with an API key. */
export function clientOn(device: number, client: Caller['client']): Client {
  const apiKey = client === 'other' ? `key ${device}` : null
  return {
    caller: { device, client, userAgent: AGENT[client], apiKey, subagent: false },
    waitAfter: POLICY[client],
  }
}

import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { instant, later, readInstant } from '../../shared/time/instant.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { movedTo } from './moved-scenario.ts'
import { PLAIN, type Scenario } from './scenario.ts'
import { seedScenario } from './seed-scenario.ts'
import { answerCall, answerRenewal } from './services.ts'
import { simulatedConsole } from './simulated-scenario.ts'
import { newTokens } from './tokens.ts'

const NOW = instant(1_772_469_435_000)
const HISTORY = '/apiv2/kimi.gateway.code.v1.UsageService/ListUnifiedRequests'

/** The answer to somebody who has just renewed the sign-in. */
function ask(scenario: Scenario, path = HISTORY, wait = 0) {
  const tokens = newTokens()
  const { access_token: token } = JSON.parse(answerRenewal(scenario, tokens, NOW).body)
  const call = { path, verb: 'POST', authorization: `Bearer ${token}` }
  return answerCall(scenario, call, tokens, later(NOW, wait))
}

const read = (body: string, source: 'ListUnifiedRequests' | 'GetSubscriptionStats') =>
  parseInput({ at: NOW, via: 'page', input: 'replica', source, body }, { zone: UNKNOWN_ZONE }).evidence

describe('the services of the replica', () => {
  it('a token is good for a quarter of an hour', () => {
    expect(ask(PLAIN, HISTORY, 15 * MINUTE - 1).status).toBe(200)
    expect(ask(PLAIN, HISTORY, 15 * MINUTE).status).toBe(401)
    expect(ask(PLAIN, HISTORY, 15 * MINUTE).body).toContain('REASON_INVALID_AUTH_TOKEN')
  })

  it('nobody who is not signed in gets a token', () => {
    expect(answerRenewal({ ...PLAIN, signedIn: false }, newTokens(), NOW).status).toBe(401)
  })

  it.each([
    [{ kind: 'status', status: 429, retryAfter: 30 }, 429, 'resource_exhausted'],
    [{ kind: 'status', status: 503 }, 503, 'internal'],
    [{ kind: 'renamed' }, 200, '"callId"'],
    [{ kind: 'body', body: 'nonsense' }, 200, 'nonsense'],
  ] as const)('%o', (fault, status, text) => {
    const answer = ask(seedScenario({ faults: { ListUnifiedRequests: fault } }))
    expect(answer.status).toBe(status)
    expect(answer.body).toContain(text)
  })

  it('a broken body is none', () => {
    const { body } = ask(seedScenario({ faults: { '*': { kind: 'broken' } } }))
    expect(() => JSON.parse(body)).toThrow(SyntaxError)
  })
})

it('what it shows of a simulated run can be read, all of it', () => {
  const { world, at } = simulatedConsole(3)
  const scenario = at(world.scenario.end)
  const rows = read(ask(scenario).body, 'ListUnifiedRequests')
  expect(rows.records).toHaveLength(100)
  expect(rows.rejects).toEqual(NO_EVIDENCE.rejects)
  const stats = '/apiv2/kimi.gateway.membership.v2.MembershipService/GetSubscriptionStats'
  expect(read(ask(scenario, stats).body, 'GetSubscriptionStats').snapshots).toHaveLength(1)
})

it('shows of a simulated run only what has ended', () => {
  const { world, at } = simulatedConsole(3)
  const moment = world.calls[Math.floor(world.calls.length / 2)]?.start ?? 0
  for (const { requestTime } of at(moment).rows)
    expect(Number(readInstant(requestTime))).toBeLessThanOrEqual(moment)
})

it('a scenario that is moved keeps its distances', () => {
  const seed = seedScenario()
  const moved = movedTo(seed, NOW)
  expect(moved.rows.map(({ requestId }) => requestId)).toEqual(seed.rows.map(({ requestId }) => requestId))
  const ahead = (scenario: Scenario) =>
    scenario.rows.map(
      ({ requestTime }) => Number(readInstant(requestTime)) - Number(readInstant(seed.now ?? '')),
    )
  expect(ahead(moved)).toEqual(ahead(seed).map((ms) => ms + NOW - Number(readInstant(seed.now ?? ''))))
})

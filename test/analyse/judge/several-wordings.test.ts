import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, refusal } from '../build.ts'

describe('several wordings of one cause', () => {
  it.each([
    [['auth', 'client_not_allowed', 'plan_access'], 'supported', 'account'],
    [['auth', 'client_not_allowed', 'balance', 'other'], 'supported', 'account'], // half of them
    [['auth', 'balance', 'other', 'other'], 'consistent', 'unknown'],
    [['auth', 'client_not_allowed', 'overloaded', 'service'], 'supported', 'unknown'], // as many say the opposite
    [['auth', 'overloaded', 'service'], 'consistent', 'platform'],
  ] as const)('%j within half a minute: account is %s, and %s leads', (classes, verdict, leading) => {
    const errors = classes.map((name, index) => refusal(name, `2026-06-02T12:00:0${index}Z`, { status: 403 }))
    const options = { now: at('2026-06-03T00:00:00Z'), zone: UTC, rules: DEFAULT_RULES }
    const [incident] = reportFrom(evidenceWith({ errors }), options).incidents
    expect(incident?.verdicts.find(({ cause }) => cause === 'account')?.verdict).toBe(verdict)
    expect(incident?.leading).toBe(leading)
  })
})

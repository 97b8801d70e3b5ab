import { describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { answerOf, incidentAnswer } from '../../../shared/analyse/views/answer.ts'
import { NO_EVIDENCE } from '../../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import { parseInput } from '../../../shared/parse/parse-input.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { fixture } from '../../parse/paste.ts'
import { answerFaults } from '../../simulator/score/answer-faults.ts'
import { examine } from '../../simulator/examine.ts'
import { at } from '../../time/given.ts'
import { backAtScores, isRight } from '../../simulator/answers/back-at-score.ts'
import { evidenceWith, meter, page, row, snapshot } from '../build.ts'

function answerTo(body: string, now = '2026-10-01T12:00:00Z', taken: string | null = null) {
  const raw = {
    at: taken === null ? null : at(taken),
    via: 'file',
    input: 'a.txt',
    source: null,
    body,
  } as const
  const { evidence } = parseInput(raw, { zone: UNKNOWN_ZONE })
  return answerOf(analyse(evidence, { now: at(now), zone: UNKNOWN_ZONE, rules: DEFAULT_RULES }))
}

const LINE = (time: string, text: string, status = 403) =>
  `${time} WARN  llm request failed  turnStep=1.1 model=k3 errorName=APIStatusError errorMessage="${status} ${text}" statusCode=${status}\n`
const FIVE_HOURS = "You've reached your 5-hour usage limit."
const TOO_LONG =
  "LLM provider error: Error code: 400 - {'error': {'message': 'Invalid request: Your request exceeded model token limit: 262144 (requested: 269030)', 'type': 'invalid_request_error'}}"
const ROWS = 'Login Device KimiCLI/1.30.0 2026/04/10 15:40:12 Success'

const PANEL = (fiveHours: number, week: number) =>
  `│  5h limit      ██████░░░░  ${fiveHours}% used  resets in 2h 14m  │\n│  Weekly limit  ██████░░░░  ${week}% used  resets in 3d 4h   │`
const WEEKLY = "You've reached your weekly (7-day) usage limit."
const BILLING_CYCLE = "You've reached your usage limit for this billing cycle."
const TOO_MANY = "We're receiving too many requests at the moment. Please wait a moment and try again."

describe('a meter in one text with an error, neither with a time', () => {
  it.each([
    [
      'that of the quota which the error names',
      `403 ${WEEKLY}\n\n${PANEL(100, 63)}`,
      'meter_beside_low',
      '7d',
      63,
    ],
    ['a full one', `403 ${FIVE_HOURS}\n\n${PANEL(100, 63)}`, 'meter_beside_full', '5h', 100],
  ] as const)('%s, is told with its condition', (_, body, step, window, used) => {
    const answer = answerTo(body)
    expect(answer.state).toBe('error_undated')
    expect(answer.ruledOut).toEqual([])
    expect(answer.next[0]).toEqual({
      do: step,
      values: { window: { unit: 'window', value: window }, used: { unit: 'percent', value: used } },
    })
  })

  it('all of them are told where the error names no quota, and the one that is left where it names several', () => {
    const values = { '5h': { unit: 'percent', value: 31 }, '7d': { unit: 'percent', value: 58 } }
    const stepsTo = (error: string) => answerTo(`${error}\n\n${PANEL(31, 58)}`).next
    expect(stepsTo(`429 ${TOO_MANY}`)[0]).toEqual({ do: 'meters_beside_low', values })
    const left = { unit: 'window', value: 'month' }
    expect(stepsTo(`403 ${BILLING_CYCLE}`)[0]).toEqual({
      do: 'meters_beside_left',
      values: { ...values, left },
    })
  })

  it.each([
    ['beside an error', `403 ${BILLING_CYCLE}\n\n`],
    ['without one', ''],
  ])('one that is full, and elsewhere low, is told as both: %s', (_, before) => {
    expect(answerTo(`${before}${PANEL(20, 10)}\n\nThe other machine:\n\n${PANEL(100, 81)}`).next[0]).toEqual({
      do: 'meter_full_and_low',
      values: {
        window: { unit: 'window', value: '5h' },
        used: { unit: 'percent', value: 100 },
        least: { unit: 'percent', value: 20 },
      },
    })
  })

  it.each([
    ['so near to full that rounding decides', `403 ${FIVE_HOURS}\n\n${PANEL(99, 10)}`],
    ['a zero that may stand for no number', `403 ${FIVE_HOURS}\n\n${PANEL(0, 0)}`],
    ['an example', `403 ${FIVE_HOURS}\n\nFor example:\n\n${PANEL(40, 63)}`],
    ['none', `403 ${FIVE_HOURS}`],
  ])('%s, tells nothing', (_, body) => {
    expect(answerTo(body).next[0]).toEqual({ do: 'date_the_error', values: {} })
  })

  it.each([['a full one', PANEL(100, 63), ['meter_alone_full', 'import_log'], '5h', 100]] as const)(
    'without an error, %s is told with its condition',
    (_, body, steps, window, used) => {
      const answer = answerTo(body)
      expect(answer).toMatchObject({ state: 'no_block', backAt: null, ruledOut: [] })
      expect(answer.next.map((step) => step.do)).toEqual(steps)
      expect(answer.next[0]?.values).toEqual({
        window: { unit: 'window', value: window },
        used: { unit: 'percent', value: used },
      })
    },
  )

  it('without an error, all low ones are told', () => {
    const { next } = answerTo(PANEL(31, 58))
    expect(next.map((step) => step.do)).toEqual(['meters_alone_low', 'import_log'])
    expect(next[0]?.values).toEqual({
      '5h': { unit: 'percent', value: 31 },
      '7d': { unit: 'percent', value: 58 },
    })
  })

  it('without an error, one that may hold the place of no number tells nothing', () => {
    expect(answerTo(PANEL(0, 0)).next).toEqual([{ do: 'import_log', values: {} }])
  })

  it('of another text, tells nothing', () => {
    const [error, panel] = [`403 ${FIVE_HOURS}`, PANEL(40, 63)].map((body, index) => {
      const raw = { at: null, via: 'file', input: `${index}.txt`, source: null, body } as const
      return parseInput(raw, { zone: UNKNOWN_ZONE }).evidence
    })
    const evidence = mergeEvidence(error ?? NO_EVIDENCE, panel ?? NO_EVIDENCE)
    const options = { now: at('2026-10-01T12:00:00Z'), zone: UNKNOWN_ZONE, rules: DEFAULT_RULES } as const
    expect(answerOf(analyse(evidence, options)).next[0]).toEqual({ do: 'date_the_error', values: {} })
  })
})

describe('the state', () => {
  it.each([
    ['nothing at all', '', 'nothing_read', []],
    ['a history without a refusal', ROWS, 'no_block', []],
    ['a reading alone', fixture('seed/usages-2026-03-07.json'), 'no_block', []],
    ['an error without a time', FIVE_HOURS, 'error_undated', ['quota_5h']],
    [
      'two limits that one text leaves open',
      fixture('seed/error.txt'),
      'error_undated',
      ['concurrency', 'request_rate'],
    ],
    [
      'two errors without a time, which name different causes',
      `[provider.rate_limit] 429 The engine is currently overloaded, please try again later\n\n403 ${FIVE_HOURS}`,
      'error_undated',
      ['platform', 'quota_5h'],
    ],
    ['nothing but an example', `For example: "${FIVE_HOURS}"`, 'only_examples', []],
    [
      'nothing but an example of a reading',
      'Example response:\n{"usage":{"limit":"100","remaining":"90","resetTime":"2026-10-05T00:00:00Z"},"limits":[]}',
      'only_examples',
      [],
    ],
    ['a refusal of a minute ago', LINE('2026-10-01T11:59:00.000Z', FIVE_HOURS), 'blocked_now', ['quota_5h']],
    [
      'one by a clock that is a little ahead',
      LINE('2026-10-01T12:29:59.000Z', FIVE_HOURS),
      'blocked_now',
      ['quota_5h'],
    ],
    [
      'one of a time that has not come',
      LINE('2027-03-02T12:00:00.000Z', FIVE_HOURS),
      'was_blocked',
      ['quota_5h'],
    ],
    ['one of yesterday', LINE('2026-09-30T11:59:00.000Z', FIVE_HOURS), 'was_blocked', ['quota_5h']],
    [
      "another product's text",
      '429 Your account org-0 is suspended due to insufficient balance',
      'no_block',
      [],
    ],
    ['a request that was too long, undated', TOO_LONG, 'no_block', []],
    ['the same with its time', `2026-09-30T11:59:00Z ${TOO_LONG}`, 'no_block', []],
  ] as const)('%s', (_, body, state, names) => {
    const answer = answerTo(body)
    expect([answer.state, answer.cause.names]).toEqual([state, names])
  })
})

it("says of another product's text where to look, and of no block at all what would tell", () => {
  const steps = (body: string) => answerTo(body).next.map((step) => step.do)
  expect(steps('429 Your account org-0 is suspended due to insufficient balance')).toEqual([
    'see_open_platform',
  ])
  expect(steps(TOO_LONG)).toEqual(['change_request'])
  expect(steps(ROWS)).toEqual(['import_log'])
})

const PAYING = {
  active: true,
  currency: null,
  leftCents: null,
  monthlyLimitCents: null,
  monthlyUsedCents: null,
}

/** Runs whose aim is a quota. */
const BACK_AT_SEEDS = Array.from({ length: 40 }, (_, index) => index * 8 + (index % 3))

describe('when service is to be expected back', () => {
  const full = (used: number) =>
    `{"usage":{"limit":"100","used":"40","remaining":"60","resetTime":"2026-10-05T15:00:00Z"},"limits":[{"window":{"duration":300,"timeUnit":"TIME_UNIT_MINUTE"},"detail":{"limit":"100","used":"${used}","remaining":"${100 - used}","resetTime":"2026-10-01T15:00:00Z"}}]}`

  it('of a full window without a refusal: its reset', () => {
    expect(answerTo(full(100), '2026-10-01T12:00:00Z', '2026-10-01T11:59:00Z').backAt).toEqual({
      at: at('2026-10-01T15:00:00Z'),
      window: '5h',
      basis: 'reported',
    })
  })

  it('nothing of one that is not, or whose reset has passed', () => {
    expect(answerTo(full(99), '2026-10-01T12:00:00Z', '2026-10-01T11:59:00Z').backAt).toBeNull()
    expect(answerTo(full(100), '2026-10-01T15:00:01Z', '2026-10-01T11:59:00Z').backAt).toBeNull()
  })

  it('of a refusal by it, long after the last one that was seen', () => {
    const capture = JSON.stringify({ at: '2026-10-01T11:59:30Z', source: 'usages', body: full(100) })
    const refused = JSON.stringify({
      at: '2026-10-01T11:59:00Z',
      body: LINE('2026-10-01T11:59:00.000Z', FIVE_HOURS),
    })
    const answer = answerTo(`${refused}\n${capture}`, '2026-10-01T14:30:00Z')
    expect(answer).toMatchObject({
      state: 'blocked_now',
      backAt: { at: at('2026-10-01T15:00:00Z'), window: '5h' },
    })
    expect(answer.next.map((step) => step.do)).toEqual(['wait_for_reset'])
  })

  it('never for a block of a time that has not come', () => {
    const ahead = JSON.stringify({
      at: '2026-10-03T11:59:00Z',
      body: LINE('2026-10-03T11:59:00.000Z', FIVE_HOURS),
    })
    const capture = JSON.stringify({ at: '2026-10-01T11:59:30Z', source: 'usages', body: full(100) })
    expect(answerTo(`${ahead}\n${capture}`)).toMatchObject({ state: 'was_blocked', backAt: null })
  })

  it('of a refusal whose reset has passed, nothing: the next window refuses nobody yet', () => {
    const reading = JSON.stringify({ at: '2026-10-01T11:59:30Z', source: 'usages', body: full(100) })
    const refused = JSON.stringify({
      at: '2026-10-01T11:59:00Z',
      body: LINE('2026-10-01T11:59:00.000Z', FIVE_HOURS),
    })
    const answer = answerTo(`${refused}\n${reading}`, '2026-10-01T15:10:00Z')
    expect([answer.state, answer.cause.names, answer.backAt]).toEqual(['was_blocked', ['quota_5h'], null])
  })

  it.each([
    ['extra usage is on', PAYING, []],
    ['something was served since', null, [row('2026-10-01T12:30:00Z')]],
  ])('of a full window, nothing where %s', (_, wallet, rows) => {
    const meters = [meter('5h', 100, '2026-10-01T15:00:00Z')]
    const reading = snapshot('2026-10-01T12:00:00Z', meters, { wallet })
    const evidence = evidenceWith({ snapshots: [reading] }, page(rows, at('2026-10-01T12:40:00Z')))
    const now = at('2026-10-01T12:45:00Z')
    const answer = answerOf(analyse(evidence, { now, zone: UNKNOWN_ZONE, rules: DEFAULT_RULES }))
    expect([answer.state, answer.backAt]).toEqual(['no_block', null])
  })

  it('over simulated blocks by a quota that end by their reset: to within two minutes', () => {
    const given = BACK_AT_SEEDS.flatMap(backAtScores).filter(({ truly, said }) => truly !== null && said)
    expect(given.length).toBeGreaterThan(5)
    expect(given.filter((each) => !isRight(each))).toEqual([])
  })

  it('never for a block that is over, or of another cause', () => {
    const overload = 'The engine is currently overloaded, please try again later'
    expect(answerTo(LINE('2026-10-01T11:59:00.000Z', overload, 429)).backAt).toBeNull()
    expect(answerTo(LINE('2026-09-30T11:59:00.000Z', FIVE_HOURS)).backAt).toBeNull()
  })
})

describe('it never says more than the verdicts do', () => {
  it('over simulated runs', () => {
    const seeds = Array.from({ length: 60 }, (_, index) => index + 1)
    const faults = seeds.flatMap((seed) => {
      const { report } = examine(seed)
      return report.incidents.flatMap((incident) => answerFaults(incidentAnswer(incident, report), incident))
    })
    expect(faults).toEqual([])
  })
})

import { expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { reportJson } from '../../shared/export/report-json.ts'
import { readInput } from '../../shared/intake.ts'
import { zoneNamed } from '../analyse/build.ts'
import { at } from '../time/given.ts'

const jsonOf = (body: string, zone = 'unknown') => {
  const { evidence } = readInput(
    { at: null, via: 'paste', input: 'paste', source: null, body },
    { zone: zoneNamed(zone) },
  )
  const analysis = analyse(evidence, {
    now: at('2026-12-01T00:00:00Z'),
    zone: zoneNamed(zone),
    rules: DEFAULT_RULES,
  })
  return reportJson(analysis, { language: 'en' })
}

const READING = JSON.stringify({
  usage: { limit: '100', used: '26', remaining: '74', resetTime: '2026-03-08T09:20:45.248979Z' },
  limits: [
    {
      window: { duration: 300, timeUnit: 'TIME_UNIT_MINUTE' },
      detail: { limit: '100', used: '127', resetTime: '2026-03-07T15:20:45.248979Z' },
    },
  ],
  parallel: { limit: '30' },
})

it('lists a reading that no fact cites, with its meters as printed and their resets', () => {
  expect(jsonOf(READING).readings).toMatchObject([
    {
      from: '2026-03-07T10:20:45.248Z',
      to: '2026-03-07T15:20:45.248Z',
      source: 'usages',
      cap: 30,
      meters: [
        { window: '7d', usedPercent: 26, resetsAt: '2026-03-08T09:20:45.248Z' },
        { window: '5h', usedPercent: 127, resetsAt: '2026-03-07T15:20:45.248Z' },
      ],
    },
  ])
})

it('says what a panel counts down, in seconds', () => {
  const [panel] = jsonOf('Weekly limit 84% left (resets in 5d 16h 43m)').readings
  expect(panel).toMatchObject({ from: null, to: null })
  expect(panel?.meters).toMatchObject([
    { usedPercent: 16, resetsAt: null, resetsIn: { min: 492_180, max: 492_240 } },
  ])
})

const FIVE_HOURS = "403 You've reached your 5-hour usage limit."

it.each([
  ['2026-07-02T09:15:06Z', { from: '2026-07-02T09:15:06Z', to: '2026-07-02T09:15:07Z' }],
  ['2026-07-02 09:15:06', { from: null, to: null, fromLocal: '2026-07-02T09:15:06' }],
  ['', { from: null, to: null }],
])('lists an error of the time %j', (time, expected) => {
  expect(jsonOf(`${time} ${FIVE_HOURS}`).errors).toMatchObject([
    { ...expected, status: 403, class: 'window_5h', names: ['quota_5h'], product: 'kimi_code', count: 1 },
  ])
})

it('says that the time of an error is the one of the reading that was pasted after it', () => {
  const { errors } = jsonOf(`${FIVE_HOURS}\n${READING}`)
  expect(errors).toMatchObject([
    { from: '2026-03-07T10:20:45.248Z', to: '2026-03-07T15:20:45.248Z', assumed: true },
  ])
})

it.each([
  [
    "429 We're receiving too many requests at the moment. Please wait a moment and try again.",
    ['concurrency', 'request_rate'],
  ],
  [
    "402 We're unable to verify your membership benefits at this time. Please ensure your membership is active.",
    ['platform', 'account'],
  ],
  ['429 The engine is currently overloaded, please try again later', ['platform']],
])('names all causes that %j leaves open', (text, names) => {
  expect(jsonOf(text).errors.map((error) => error.names)).toEqual([names])
})

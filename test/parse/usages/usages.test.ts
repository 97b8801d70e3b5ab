import { describe, expect, it } from 'vitest'
import { meterConflicts } from '../../../shared/analyse/views/meter-conflicts.ts'
import { fieldOf } from '../../../shared/parse/json/json-object.ts'
import { parseJsonValue, readFixture, sayMeter, snapshotFrom } from '../given-json.ts'

const fixture = (path: string): unknown => JSON.parse(readFixture(path))
const metersOf = (value: unknown, iso: string | null = null) => snapshotFrom(value, iso).meters.map(sayMeter)

describe('the fixtures of every age', () => {
  it.each<[string, string[]]>([
    ['usages/request-count-2026-01.json', ['7d count 10.44921875 %', '5h count 69.5 %']],
    ['seed/usages-staff-example.json', ['7d count 0 %', '5h count 0 %']],
    ['seed/usages-2026-03-07.json', ['7d count 33 %', '5h count 2 %']],
    ['usages/full-2026-07-19.json', ['7d count 1 %', '5h count 6 %']],
    ['usages/full-booster-2026-07-25.json', ['7d count 13 %', '5h count 64 %']],
    ['usages/exhausted-5h.json', ['7d count 99 %', '5h count 100 %']],
    ['usages/booster-wallet-2026-08.json', ['7d count 100 %', '5h count 7 %']],
    [
      'usages/ratio-pools-2026-09.json',
      ['5h ratio 30 %', 'month/total ratio 3.38 %', 'month/code ratio 2 %'],
    ],
    ['usages/kimi-code-local-2026-09.json', ['5h ratio 30 %', 'month/total ratio 3.38 %']],
    [
      'usages/contradiction-2026-09.json',
      ['7d count 100 %', '5h count 41 %', '5h ratio 0 % not explicit', '7d ratio 0 % not explicit'],
    ],
  ])('%s', (path, meters) => {
    expect(metersOf(fixture(path))).toEqual(meters)
    expect(parseJsonValue(fixture(path)).rejects).toEqual([])
    expect(parseJsonValue(fixture(path)).unknownFields).toEqual([])
  })

  it('cap, plan and wallet', () => {
    expect(snapshotFrom(fixture('usages/full-2026-07-19.json'))).toMatchObject({
      cap: 20,
      inFlight: null,
      plan: 'LEVEL_INTERMEDIATE',
      wallet: null,
    })
  })

  it('keeps both of two encodings that disagree, and says so', () => {
    const { meters } = snapshotFrom(fixture('usages/contradiction-2026-09.json'))
    const said = meterConflicts(meters).map(({ kind, meter }) => `${meter.window} ${kind}`)
    expect(said).toEqual(['7d share', '5h share', '5h placeholder', '7d placeholder'])
  })

  it('the total quota, which is stuck, is no meter', () => {
    const { meters } = snapshotFrom(fixture('usages/full-2026-07-19.json'))
    expect(meters.map((meter) => meter.window)).toEqual(['7d', '5h'])
  })
})

const RESET = '2026-03-07T15:20:45.248979Z'
const fiveHours = (detail: unknown, window: unknown = { duration: 300, timeUnit: 'TIME_UNIT_MINUTE' }) => ({
  limits: [{ window, detail }],
})

describe('numbers that cannot be meant', () => {
  it.each<[string, object, string, string[]]>([
    [
      'no number for a limit',
      { limit: 'invalid', used: '5' },
      'unknown',
      ['limit: "invalid" is not a number', 'remaining: absent'],
    ],
    ['a limit of 0', { limit: '0', used: '5', remaining: 3 }, 'unknown', ['limit: 0 is no limit']],
    ['a limit near 0', { limit: 5e-324, used: 5, remaining: 3 }, 'unknown', ['limit: 5e-324 is no limit']],
    ['a limit below 0', { limit: -100, used: 5, remaining: 3 }, 'unknown', ['limit: -100 is no limit']],
    ['no limit', { used: 5, remaining: 3 }, 'unknown', ['limit: absent']],
    ['more used than the limit', { limit: '100', used: '125' }, '125 %', ['remaining: absent']],
    [
      'used below 0',
      { limit: '100', used: '-1' },
      'unknown',
      ['used: -1 is below zero', 'remaining: absent'],
    ],
    [
      'used below 0 beside a remaining',
      { limit: 100, used: -1, remaining: 98 },
      '2 %',
      ['used: -1 is below zero'],
    ],
    [
      'more left than the limit',
      { limit: 100, remaining: 150 },
      'unknown',
      ['used: absent', 'remaining: 150 is more than the limit 100'],
    ],
    [
      'less than nothing left',
      { limit: 100, remaining: -2 },
      'unknown',
      ['used: absent', 'remaining: -2 is below zero'],
    ],
    [
      'used that is no number, and remaining',
      { limit: 100, used: 'many', remaining: 60 },
      '40 %',
      ['used: "many" is not a number'],
    ],
    [
      'used that is no number',
      { limit: 100, used: {} },
      'unknown',
      ['used: an object is not a number', 'remaining: absent'],
    ],
    ['neither used nor remaining', { limit: 100 }, '0 % not explicit', ['used: absent', 'remaining: absent']],
    [
      'used and remaining null',
      { limit: 100, used: null, remaining: null },
      '0 % not explicit',
      ['used: absent', 'remaining: absent'],
    ],
    ['all left', { limit: 100, remaining: 100 }, '0 %', ['used: absent']],
    ['nothing used', { limit: 100, used: 0, remaining: 100 }, '0 %', []],
    ['numbers', { limit: 200, used: 1, remaining: 199 }, '0.5 %', []],
    ['texts with an exponent', { limit: '1e2', used: ' 5 ', remaining: '9.5E1' }, '5 %', []],
    [
      'NaN and Infinity as texts',
      { limit: 'Infinity', used: 'NaN', remaining: 1 },
      'unknown',
      ['limit: "Infinity" is not a number', 'used: "NaN" is not a number'],
    ],
    [
      'a number that cannot be exact',
      { limit: 100, used: '9007199254740993', remaining: 1 },
      '99 %',
      ['used: "9007199254740993" is too large to be exact'],
    ],
    ['0x10', { limit: 100, used: '0x10', remaining: 84 }, '16 %', ['used: "0x10" is not a number']],
  ])('%s', (_, detail, said, missing) => {
    const [meter] = snapshotFrom(fiveHours({ ...detail, resetTime: RESET })).meters
    expect(meter && sayMeter(meter)).toBe(`5h count ${said}`)
    expect(meter?.missing).toEqual(missing)
  })

  it('keeps the numbers as read', () => {
    const [meter] = snapshotFrom(
      fiveHours({ limit: '100', used: '-1', remaining: '98', resetTime: RESET }),
    ).meters
    expect(meter).toMatchObject({ limit: 100, used: -1, remaining: 98, resolution: 1 })
  })

  it.each<[unknown, string, string[]]>([
    [0.3, '30 %', []],
    ['0.02', '2 %', []],
    [0.0338, '3.38 %', []],
    [1, '100 %', []],
    [0, '0 % not explicit', []],
    [undefined, '0 % not explicit', ['usedRatio: absent']],
    [1.0001, '100.01 %', []],
    ['1.4', '140 %', []],
    [9.99, '999 %', []],
    [10, 'unknown', ['usedRatio: 10 is no share of 1']],
    [57, 'unknown', ['usedRatio: 57 is no share of 1']],
    [-0.1, 'unknown', ['usedRatio: -0.1 is no share of 1']],
    ['NaN', 'unknown', ['usedRatio: "NaN" is not a number']],
    ['Infinity', 'unknown', ['usedRatio: "Infinity" is not a number']],
    [Infinity, 'unknown', ['usedRatio: Infinity is not a number']],
    [true, 'unknown', ['usedRatio: true is not a number']],
    ['30%', 'unknown', ['usedRatio: "30%" is not a number']],
  ])('a ratio of %s', (ratio, said, missing) => {
    const [meter] = snapshotFrom({ usages: { limit_5h: { used_ratio: ratio, reset_time: RESET } } }).meters
    expect(meter && sayMeter(meter)).toBe(`5h ratio ${said}`)
    expect(meter?.missing).toEqual(missing)
  })
})

describe('windows that do not apply', () => {
  it.each<[string, unknown]>([
    [
      'a switched-off item',
      { limits: [{ enabled: false, detail: { limit: 100 } }], parallel: { limit: 20 } },
    ],
    [
      'a switched-off detail',
      { limits: [{ detail: { limit: 100, enabled: false } }], parallel: { limit: 20 } },
    ],
    ['a switched-off pool', { usages: { limit_5h: { enabled: false } }, parallel: { limit: 20 } }],
    ['a switched-off week', { usage: { limit: 100, enabled: false }, parallel: { limit: 20 } }],
    ['limits that are null', { limits: null, parallel: { limit: 20 } }],
    ['no limits', { limits: [], parallel: { limit: 20 } }],
    ['a limit that is null', { limits: [null], parallel: { limit: 20 } }],
  ])('%s gives no meter', (_, value) => {
    expect(snapshotFrom(value)).toMatchObject({ meters: [], cap: 20 })
  })

  it('a body in which nothing applies gives no snapshot', () => {
    expect(parseJsonValue({ usages: { limit_5h: { enabled: false } } })).toMatchObject({
      snapshots: [],
      rejects: [],
    })
  })
})

describe('parts of the wrong kind', () => {
  it('cost themselves only, and are refused with their path', () => {
    const { snapshots, rejects } = parseJsonValue({
      usage: { limit: 100, used: 33 },
      limits: [
        { detail: ['no'] },
        'none',
        { window: { duration: 5, timeUnit: 'HOUR' }, detail: { limit: 100, used: 2 } },
      ],
      parallel: 'twenty',
    })
    expect(snapshots[0]?.meters.map(sayMeter)).toEqual([
      '7d count 33 %',
      'other (? min) count unknown',
      '5h count 2 %',
    ])
    expect(rejects.map(({ path, excerpt }) => [path, excerpt])).toEqual([
      ['$.limits[0].detail', '["no"]'],
      ['$.limits[1]', '"none"'],
      ['$.parallel', '"twenty"'],
    ])
  })

  it('are named below the wrapper of the local server', () => {
    const { rejects } = parseJsonValue({
      code: 0,
      data: { quota: { usages: { limit5h: { usedRatio: 0.1 }, limit7d: 5 } } },
    })
    expect(rejects.map(({ path }) => path)).toEqual(['$.data.quota.usages.limit7d'])
  })

  it('unknown fields are counted by their path as it is spelled', () => {
    const { unknownFields } = parseJsonValue({
      usage: { limit: 100, burst: 1 },
      usages: { limit_5h: { used_ratio: 0.1 }, limit_1d: { used_ratio: 0.2 } },
      limits: [{ new_name: 1, detail: {} }, { new_name: 2 }],
    })
    expect(unknownFields.map(({ path, count }) => `${path} ${count}`)).toEqual([
      'limits[].new_name 2',
      'usage.burst 1',
      'usages.limit_1d 1',
    ])
  })
})

describe('identity of a reading', () => {
  const body = {
    usage: { limit: '100', used: '33', remaining: '67', resetTime: '2026-03-08T09:20:45.248979Z' },
  }

  it('does not depend on account, order or spelling', () => {
    const { id } = snapshotFrom(body)
    expect(snapshotFrom({ user: { userId: 'u1' }, ...body }).id).toBe(id)
    expect(
      snapshotFrom({ usage: { reset_time: body.usage.resetTime, remaining: 67, used: 33, limit: 100 } }).id,
    ).toBe(id)
  })

  it('is that of the same numbers from another service', () => {
    const seed = fixture('seed/usages-2026-03-07.json')
    expect(
      snapshotFrom({
        usages: [
          { scope: 'FEATURE_CODING', detail: fieldOf(seed, 'usage'), limits: fieldOf(seed, 'limits') },
        ],
      }).id,
    ).toBe(snapshotFrom(seed).id)
  })

  it('changes with a number and with a known instant', () => {
    const ids = [
      snapshotFrom(body).id,
      snapshotFrom({ usage: { ...body.usage, used: '34' } }).id,
      snapshotFrom(body, '2026-03-07T12:00:00Z').id,
      snapshotFrom(body, '2026-03-07T12:00:01Z').id,
      snapshotFrom({ ...body, parallel: { limit: 30 } }).id,
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('a reading at a known instant lasts a second; else it is undated', () => {
    const when = snapshotFrom(body, '2026-03-07T12:00:00.500Z').when
    expect(when.kind === 'span' && when.span.to - when.span.from).toBe(1_000)
    expect(snapshotFrom(body).when).toEqual({ kind: 'undated' })
  })
})

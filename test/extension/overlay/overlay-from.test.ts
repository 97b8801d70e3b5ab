import { describe, expect, it } from 'vitest'
import { consoleAddress } from '../../../extension/worker/open-console.ts'
import { resetText } from '../../../extension/overlay/render-meter.ts'
import { overlayOf } from './overlay-of.ts'
import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import type { Language } from '../../../shared/time/format.ts'
import { offsetZone } from '../../../shared/time/zone.ts'
import { accountAsked, NOWHERE, readPlace } from '../../../web/state/place.ts'
import { meter, page, row, snapshot } from '../../analyse/build.ts'
import { at } from '../../time/given.ts'

const BERLIN = offsetZone(3_600_000)
const failed = { outcome: 'failure', status: 429, statusText: 'Failed' } as const
const id = (n: number) => `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`

/** Rows of one page, captured at `now` (…Z); `!` before a time says that the request was refused. */
const rowsOf = (...times: readonly string[]) =>
  times.map((time, index) =>
    row(time.replace('!', ''), { requestId: id(index), ...(time.startsWith('!') ? failed : {}) }),
  )
const pageOf = (now: string, ...times: readonly string[]): Evidence => ({
  ...NO_EVIDENCE,
  ...page(rowsOf(...times), at(now)),
})
const low = (now: string, used: number, reset: string): Evidence => ({
  ...NO_EVIDENCE,
  snapshots: [snapshot(now, [meter('5h', used, reset)])],
})
const model = (now: string, language: Language, ...parts: readonly Evidence[]) =>
  overlayOf(mergeEvidence(...parts), at(now), BERLIN, language)

const NOON = '2026-06-02T12:00:00Z'

describe('the state in one word', () => {
  it.each([
    ['collecting', 'Waiting for the console’s data', [NO_EVIDENCE]],
    ['current', 'Up to date', [pageOf(NOON, '2026-06-02T11:00:00Z', '2026-06-02T11:50:00Z')]],
    [
      'current',
      'Last read 12:40',
      [pageOf('2026-06-02T11:40:00Z', '2026-06-02T11:00:00Z', '2026-06-02T11:30:00Z')],
    ],
    [
      'blocked',
      'Blocked since 12:50',
      [pageOf(NOON, '2026-06-02T11:40:00Z', '!2026-06-02T11:50:00Z', '!2026-06-02T11:55:00Z')],
    ],
    [
      'blocked',
      'Blocked since 12:20 (as of 12:40)',
      [pageOf('2026-06-02T11:40:00Z', '2026-06-02T11:10:00Z', '!2026-06-02T11:20:00Z')],
    ],
    [
      'partial',
      'Recording gap: 09:58 to 12:00 not observed',
      [
        pageOf('2026-06-02T09:00:00Z', '2026-06-02T08:00:00Z'),
        pageOf(NOON, '2026-06-02T11:00:00Z', '2026-06-02T11:30:00Z'),
      ],
    ],
    [
      'reset_due',
      '5-hour reset due at 12:58, not confirmed',
      [low('2026-06-02T10:00:00Z', 40, '2026-06-02T11:58:00Z')],
    ],
  ] as const)('%s: %s', (kind, text, parts) => {
    expect(model(NOON, 'en', ...parts).state).toEqual({ kind, text })
  })

  it('is off when the reader has switched it off here, whatever else there is', () => {
    const { state } = overlayOf(pageOf(NOON, '!2026-06-02T11:50:00Z'), at(NOON), BERLIN, 'zh', 'off')
    expect(state).toEqual({ kind: 'off', text: '已在本页关闭' })
  })
})

describe('a meter', () => {
  it('says when it resets as a length of time and as a clock time', () => {
    const [first] = model(NOON, 'en', low(NOON, 2, '2026-06-02T15:43:00Z')).meters
    expect(first).toMatchObject({
      name: '5-hour quota',
      used: '2 % used',
      reset: {
        at: at('2026-06-02T15:43:00Z'),
        clock: '16:43',
        exact: '2026-06-02 16:43:00 +01:00',
        verified: false,
      },
    })
    expect(first?.reset && resetText(first.reset, at(NOON), 'en')).toBe('resets in 3 h 43 min')
  })

  it.each([
    [79, 'low', '79 % used', '已用 79%'],
    [80, 'high', '80 % used, running low', '已用 80%，余量不多'],
    [94, 'high', '94 % used, running low', '已用 94%，余量不多'],
    [95, 'nearly_full', '95 % used, nearly used up', '已用 95%，即将用尽'],
    [100, 'full', '100 % used, nothing left', '已用 100%，已用尽'],
  ] as const)('at %i %% is %s, in words too', (used, level, en, zh) => {
    const read = low(NOON, used, '2026-06-02T15:43:00Z')
    expect(model(NOON, 'en', read).meters[0]).toMatchObject({ level, used: en })
    expect(model(NOON, 'zh', read).meters[0]).toMatchObject({ level, used: zh })
  })

  it('that is full has a reset that can be waited for, and steps to do meanwhile', () => {
    const { answer } = model(NOON, 'en', low(NOON, 100, '2026-06-02T15:43:00Z'))
    expect(answer?.backAt).toEqual({ at: at('2026-06-02T15:43:00Z'), window: '5h' })
    expect(answer?.next).not.toEqual([])
  })

  it('never counts down past its reset: it is due until something shows it', () => {
    const [first] = model(NOON, 'en', low('2026-06-02T10:00:00Z', 2, '2026-06-02T11:58:00Z')).meters
    expect(first).toMatchObject({ reset: { clock: '12:58', verified: false } })
    expect(first?.reset && resetText(first.reset, at(NOON), 'en')).toBe('reset due, not confirmed')
  })
})

const blocked = pageOf(
  NOON,
  '2026-06-02T09:00:00Z',
  '2026-06-02T09:01:00Z',
  '!2026-06-02T10:00:00Z',
  '!2026-06-02T10:20:00Z',
  '2026-06-02T11:00:00Z',
)

describe('the lane', () => {
  const { lane } = model(NOON, 'en', blocked, low(NOON, 2, '2026-06-02T15:43:00Z'))

  it('runs from 24 hours ago to the next reset, and puts nothing but resets ahead of now', () => {
    expect(lane.span.from).toBe(at('2026-06-01T12:00:00Z'))
    expect(lane.now).toBe(at(NOON))
    expect(lane.span.to).toBeGreaterThan(at('2026-06-02T15:43:00Z'))
    expect(lane.items.every(({ span }) => span.to <= lane.now)).toBe(true)
    expect(lane.resets.some(({ at: reset }) => reset > lane.now)).toBe(true)
  })

  it('has a list that says what the picture shows', () => {
    expect(lane.label).toBe('The last 24 hours: one blocked window')
    expect(lane.twin.filter((line) => !line.includes('reset'))).toEqual([
      '13:00–10:00 not observed',
      '10:00–10:05 active, 2 requests',
      '10:05–11:00 idle',
      '11:00–12:00 blocked',
      '12:00–12:05 active, 1 request',
      '12:05–12:58 idle',
      '12:58–13:00 not observed',
    ])
  })

  it('has the same list in Chinese', () => {
    const { lane: chinese } = model(NOON, 'zh', blocked)
    expect(chinese.label).toBe('最近 24 小时：1 个受限时段')
    expect(chinese.twin).toContain('11:00–12:00 受限')
  })
})

describe('the marks', () => {
  it('are the blocks that the table can show, with length, grade and cause', () => {
    const { marks } = model(NOON, 'en', blocked)
    expect(marks.blocks).toEqual([
      expect.objectContaining({
        span: { from: at('2026-06-02T10:00:00Z'), to: at('2026-06-02T11:00:00Z') },
        suspected: false,
        text: 'Blocked 1 h (shown by failed requests)',
      }),
    ])
    expect(marks.rows).toHaveLength(5)
    expect(marks.rows[0]).toEqual([id(4), at('2026-06-02T11:00:00Z')])
    expect(marks.offset).toBe(3_600_000)
  })
})

const hashOf = (address: string) => address.slice(address.indexOf('#'))

describe('the place in the console', () => {
  it('is the incident of the last block', () => {
    const { verdictPlace } = model(NOON, 'en', blocked)
    expect(verdictPlace).toMatchObject({ view: 'incidents', incident: expect.stringMatching(/^incident:/) })
    const hash = hashOf(consoleAddress(verdictPlace, 'account-12'))
    expect(readPlace(hash)).toMatchObject(verdictPlace ?? {})
    expect(accountAsked(hash)).toBe('account-12')
  })

  it('is where the reader was when only an account is asked for', () => {
    const hash = hashOf(consoleAddress(null, 'account-12'))
    expect([readPlace(hash), accountAsked(hash)]).toEqual([NOWHERE, 'account-12'])
  })

  it('is the console itself where no place is asked for', () => {
    expect(consoleAddress(null, null)).toBe('extension/console/index.html')
  })
})

describe('devices', () => {
  const device = (name: string, firstSeen: string): Evidence => ({
    ...NO_EVIDENCE,
    devices: [
      {
        id: `device:${name}`,
        name,
        platform: 'linux',
        clientVersion: null,
        lastActive: null,
        firstSeen: at(firstSeen),
        lastSeen: at(NOON),
        origins: [],
      },
    ],
  })
  const known = device('workstation', '2026-05-01T12:00:00Z')

  it('are told when one is new', () => {
    const stranger = device('stranger', '2026-06-02T11:00:00Z')
    expect(model(NOON, 'en', blocked, known, stranger).device).toContain('stranger')
    expect(model(NOON, 'zh', blocked, known, stranger).device).toContain('stranger')
  })

  it('are not spoken of when nothing about them is news', () => {
    expect(model(NOON, 'en', blocked, known).device).toBeNull()
    const old = device('stranger', '2026-05-20T11:00:00Z')
    expect(model(NOON, 'en', blocked, known, old).device).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import {
  CAUSES,
  type BlockedWindow,
  type Incident,
  type Report,
  type Verdict,
} from '../../shared/analyse/report.ts'
import { incidentAnswer } from '../../shared/analyse/views/answer.ts'
import { span } from '../../shared/time/span.ts'
import { readWallTime } from '../../shared/time/wall.ts'
import { wordingFor } from '../../shared/wording/wording.ts'
import { at, zone } from '../time/given.ts'

const en = wordingFor('en')
const zh = wordingFor('zh')
const wall = (text: string) => readWallTime(text) ?? expect.fail(text)

const block: BlockedWindow = {
  grade: 'error_text',
  span: span(at('2026-03-02T15:18:57Z'), at('2026-03-02T16:22:28Z')),
  local: null,
  within: false,
  open: false,
  refs: [],
}

function incident(
  changes: Partial<BlockedWindow>,
  verdicts: Partial<Record<string, Verdict>>,
  leading: Incident['leading'] = 'unknown',
): Incident {
  return {
    id: 'incident:1',
    block: { ...block, ...changes },
    leading,
    verdicts: CAUSES.map((cause) => ({
      cause,
      verdict: verdicts[cause] ?? 'undecidable',
      facts: [],
      byOffset: null,
      offsetsExcluded: [],
    })),
    parts: [],
    missing: [],
    coverage: { observed: [], holes: [] },
  }
}

const report = (now: string, resets: Report['resets'] = []) => ({ now: at(now), resets })
const resetAt = (time: string, basis: 'reported' | 'inferred' = 'reported') =>
  ({ window: '5h', at: at(time), basis, state: 'upcoming', refs: [] }) as const
const noQuota = { quota_5h: 'contradicted', quota_7d: 'contradicted', concurrency: 'consistent' } as const

const saying = (given: Incident, around: ReturnType<typeof report>, name = '+01:00', wording = en) =>
  wording.answerLine(incidentAnswer(given, around), around.now, zone(name))

describe('the answer in words', () => {
  it('blocked now: since when, by what, until when, what to do', () => {
    const given = incident({ open: true }, { quota_5h: 'supported' }, 'quota_5h')
    const around = report('2026-03-02T16:25:57Z', [resetAt('2026-03-02T20:09:57Z')])
    expect(saying(given, around)).toBe(
      'Blocked since 16:18 (1 h 7 min). Cause: 5-hour quota used up. ' +
        'Available again at 21:09, in 3 h 44 min, when the 5-hour window resets. ' +
        'Wait for the reset; extra usage or a larger plan would end it sooner.',
    )
    expect(saying(given, around, '+01:00', zh)).toBe(
      '自 16:18 起受限（已 1 小时 7 分）。原因：5 小时额度用完。21:09 恢复（3 小时 44 分后，5 小时窗口重置时）。' +
        '等待重置；购买加油包或升级套餐可以提前恢复。',
    )
  })

  it('a reset that is only calculated is probable', () => {
    const given = incident({ open: true }, { quota_5h: 'supported' }, 'quota_5h')
    const around = report('2026-03-02T16:25:57Z', [resetAt('2026-03-02T20:09:57Z', 'inferred')])
    expect(saying(given, around)).toContain('Probably available again at 21:09')
  })

  it('causes that are alternatives in themselves are told apart', () => {
    const given = incident({}, { platform: 'consistent', account: 'consistent' })
    expect(saying(given, report('2026-03-02T21:00:00Z'))).toContain(
      'Possible: overload or fault at Kimi; or sign-in, plan or client not accepted.',
    )
  })

  it('was blocked: no quota, and what is left', () => {
    expect(
      saying(incident({}, { ...noQuota, request_rate: 'consistent' }), report('2026-03-02T21:00:00Z')),
    ).toBe(
      'Blocked 16:18–17:22 (1 h 4 min). ' +
        'Cause not proved. Possible: too many requests at once or too many requests in a short time. ' +
        'Ruled out: 5-hour quota and weekly quota. ' +
        'Run fewer requests at once, such as fewer subagents. Send fewer requests per minute.',
    )
  })

  it.each([
    [
      'on another day',
      {},
      '2026-03-03T08:00:00Z',
      'Blocked Mon 2 Mar, 16:18–17:22 (1 h 4 min). Cause not known.',
    ],
    [
      'not seen to end',
      { open: true },
      '2026-03-03T08:00:00Z',
      'Refused from Mon 2 Mar, 16:18 on; when that ended is not known.',
    ],
    [
      'somewhere within',
      { within: true },
      '2026-03-02T21:00:00Z',
      'Refused at some time within 16:18–17:22.',
    ],
    [
      'suspected',
      { grade: 'suspected' },
      '2026-03-02T21:00:00Z',
      'Possibly blocked 16:18–17:22 (1 h 4 min): nothing succeeded then, and no refusal is dated.',
    ],
    [
      'marked',
      { grade: 'marked' },
      '2026-03-02T21:00:00Z',
      'Marked by you as blocked 16:18–17:22 (1 h 4 min).',
    ],
    [
      'without a zone',
      { span: null, local: { from: wall('2026-03-02 16:18:57'), to: wall('2026-03-02 17:22:28') } },
      '2026-03-02T21:00:00Z',
      'Blocked Mon 2 Mar 2026, 16:18–17:22 (1 h 4 min; local time, zone not known).',
    ],
  ] as const)('%s', (_, changes, now, start) => {
    expect(saying(incident(changes, {}), report(now))).toContain(start)
  })

  it('what a suspicion rules out rests on its premise', () => {
    const text = saying(incident({ grade: 'suspected' }, noQuota), report('2026-03-02T21:00:00Z'))
    expect(text).toContain('Ruled out, if service was refused throughout: 5-hour quota and weekly quota.')
  })

  it('says each part with its time', () => {
    const verdicts = incident({}, { platform: 'supported' }, 'platform').verdicts
    const part = { local: null, open: false, verdicts } as const
    const given: Incident = {
      ...incident({}, { platform: 'supported', concurrency: 'supported' }, 'platform'),
      parts: [
        {
          ...part,
          span: span(at('2026-03-02T15:18:57Z'), at('2026-03-02T15:30:00Z')),
          leading: 'concurrency',
        },
        { ...part, span: span(at('2026-03-02T15:30:00Z'), at('2026-03-02T16:22:28Z')), leading: 'platform' },
      ],
    }
    expect(saying(given, report('2026-03-02T21:00:00Z'))).toContain(
      '16:18–16:30: Cause: too many requests at once. 16:30–17:22: Cause: overload or fault at Kimi.',
    )
  })
})

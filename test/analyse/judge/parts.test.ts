import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import type { Cause, Incident } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { ErrorClass } from '../../../shared/evidence/kinds/error-observation.ts'
import { writeInstant, type Instant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

// The 5 h windows of these tests end at 13:00 and 18:00, the week on the 8th.
const today = (clock: string) => `2026-06-02T${clock}Z`
const read = (clock: string, five: number, week: number, reset = '13:00:00') =>
  snapshot(today(clock), [meter('5h', five, today(reset)), meter('7d', week, '2026-06-08T08:00:00Z')])

const failed = (clock: string, status = 403) =>
  row(today(clock), { outcome: 'failure', status, statusText: null })
const ok = (clock: string) => row(today(clock))
/** `said('window_5h', '10:00 10:10')` */
const said = (errorClass: ErrorClass, clocks: string) =>
  clocks.split(' ').map((clock) => refusal(errorClass, today(`${clock}:00`)))

function only(...parts: readonly Partial<Evidence>[]): Incident {
  const options = { now: at(today('23:00:00')), zone: zoneNamed('UTC'), rules: DEFAULT_RULES }
  const [incident, ...others] = reportFrom(evidenceWith(...parts), options).incidents
  if (!incident || others.length > 0) throw new Error('not one incident')
  return incident
}

const timeOf = (moment: Instant | undefined) =>
  moment === undefined ? '' : writeInstant(moment).slice(11, 16)
/** `10:00–10:20 concurrency` */
const partsOf = ({ parts }: Incident) =>
  parts.map((part) => `${timeOf(part.span?.from)}–${timeOf(part.span?.to)} ${part.leading}`)
const verdictOn = ({ verdicts }: Pick<Incident, 'verdicts'>, cause: Cause) =>
  verdicts.find((each) => each.cause === cause)?.verdict

it('lets no meter speak for the silence between two parts, in which the next may have begun', () => {
  const texts = [...said('overloaded', '10:00 10:02'), ...said('window_5h', '11:40 11:42')]
  const verdicts = (clock: string) => {
    const snapshots = [read('10:10:00', 40, 30), read(clock, 80, 31)]
    const { parts } = only({ errors: texts, snapshots })
    expect(parts).toHaveLength(2)
    return parts[0] && verdictOn(parts[0], 'quota_5h')
  }
  expect(verdicts('11:10:00')).not.toBe('contradicted')
  expect(verdicts('11:41:00')).toBe('contradicted')
})

describe('parts by what refusals say', () => {
  it.each<[string, readonly ErrorClass[], readonly string[], readonly string[]]>([
    ['one text is one part', ['window_5h'], ['10:00 10:10'], ['10:00–10:30 quota_5h']],
    [
      'another text from then on is another part',
      ['concurrency', 'window_5h'],
      ['10:00 10:01 10:02 10:03', '10:04'],
      ['10:00–10:04 concurrency', '10:04–10:30 quota_5h'],
    ],
    [
      'wordings of one cause are one part',
      ['overloaded', 'service'],
      ['10:00 10:05', '10:10 10:15'],
      ['10:00–10:30 platform'],
    ],
    [
      'texts in turns are one part',
      ['rate_or_concurrency', 'overloaded'],
      ['10:00 10:08 10:12 10:20 10:24', '10:04 10:16 10:28'],
      ['10:00–10:30 unknown'],
    ],
    [
      'one word in between is a stray',
      ['window_5h', 'overloaded'],
      ['10:00 10:05 10:10 10:15', '10:07'],
      ['10:00–10:30 quota_5h'],
    ],
    [
      'one word at the end is a stray, too',
      ['window_5h', 'overloaded'],
      ['10:00 10:05 10:10 10:20', '10:28'],
      ['10:00–10:30 quota_5h'],
    ],
    [
      'three parts',
      ['auth', 'concurrency', 'window_7d'],
      ['09:00 09:10', '09:20 09:30', '09:40 10:00'],
      ['09:00–09:20 account', '09:20–09:40 concurrency', '09:40–10:30 quota_7d'],
    ],
  ])('%s', (_, classes, clocks, parts) => {
    const errors = classes.flatMap((each, index) => said(each, clocks[index] ?? ''))
    expect(partsOf(only({ errors }, page([ok('08:00:00'), ok('10:30:00')])))).toEqual(parts)
  })

  it.each([
    [
      'of two words that name it is one',
      ['10:00:00', '10:00:40'],
      ['10:00–10:01 quota_5h', '10:01–10:30 platform'],
    ],
    ['of one word is none', ['10:00:40'], ['10:00–10:30 platform']],
  ] as const)('a part of a minute at the beginning %s', (_, clocks, parts) => {
    const errors = [
      ...clocks.map((clock) => refusal('window_5h', today(clock))),
      ...said('overloaded', '10:01 10:10 10:20'),
    ]
    expect(partsOf(only({ errors }, page([ok('08:00:00'), ok('10:30:00')])))).toEqual(parts)
  })

  it('rows and texts of the same calls are one part', () => {
    const rows = page([failed('10:00:00', 429), failed('10:05:00', 429), ok('10:30:00')])
    expect(partsOf(only(rows, { errors: said('rate_or_concurrency', '10:00 10:05') }))).toHaveLength(1)
  })

  it('a part may begin in the second of the last row of the one before', () => {
    const moment = (clock: string) =>
      ({ kind: 'span', span: span(at(today(clock)), at(today(clock)) + 1) }) as const
    const next = refusal('overloaded', today('10:20:00'), { when: moment('10:20:00.500') })
    const rows = page([failed('10:20:00'), ok('11:00:00')])
    const errors = [...said('window_5h', '10:00 10:10'), next, ...said('overloaded', '10:30 10:40')]
    expect(partsOf(only(rows, { errors, snapshots: [read('09:00:00', 20, 20)] }))).toEqual([
      '10:00–10:20 quota_5h',
      '10:20–11:00 platform',
    ])
  })

  it('other statuses from then on are another part', () => {
    const rows = page([
      ...['10:00:00', '10:05:00', '10:10:00'].map((clock) => failed(clock, 429)),
      ...['10:15:00', '10:20:00'].map((clock) => failed(clock, 401)),
      ok('10:30:00'),
    ])
    expect(partsOf(only(rows))).toEqual(['10:00–10:15 unknown', '10:15–10:30 unknown'])
  })

  it.each([
    ['all along, is not what the others are of', ['09:58:00', '10:12:00', '10:40:00'], 'unknown'],
    ['first read with the others, may be', ['10:40:00', '10:50:00'], 'quota_5h'],
  ])('a meter that is full %s', (_, clocks, leading) => {
    const rows = page(
      [
        ok('09:55:00'),
        ...['10:00:00', '10:05:00', '10:10:00'].map((clock) => failed(clock, 429)),
        ...['10:30:00', '10:45:00', '11:00:00'].map((clock) => failed(clock, 403)),
        ok('13:00:30'),
      ],
      at(today('13:20:00')),
    )
    const incident = only(rows, { snapshots: clocks.map((clock) => read(clock, 100, 20)) })
    expect(incident.parts.at(-1)?.leading).toBe(leading)
  })

  it('the cause of the longest part leads, however often the other was said', () => {
    const often = Array.from({ length: 60 }, (_, second) =>
      refusal(
        'concurrency',
        today(`10:0${Math.floor(second / 30)}:${String((second * 2) % 60).padStart(2, '0')}`),
      ),
    )
    const incident = only({ errors: [...often, ...said('window_5h', '10:02 10:30')] }, page([ok('11:00:00')]))
    expect(incident.leading).toBe('quota_5h')
    expect([verdictOn(incident, 'concurrency'), verdictOn(incident, 'quota_5h')]).toEqual([
      'supported',
      'supported',
    ])
  })
})

describe('parts by resets', () => {
  const later = (clock: string, five: number, week = 20) => read(clock, five, week, '18:00:00')

  it('a reset that changes nothing makes none, and contradicts', () => {
    const rows = page([
      ...['12:54', '12:58', '13:03', '13:07'].map((clock) => failed(`${clock}:00`)),
      ok('13:40:00'),
    ])
    const incident = only(rows, { snapshots: [read('10:00:00', 20, 20), later('13:30:00', 20)] })
    expect(partsOf(incident)).toEqual(['12:54–13:40 unknown'])
    expect(verdictOn(incident, 'quota_5h')).toBe('contradicted')
  })

  it('another text after it leaves what was before it open', () => {
    const errors = [...said('rate_or_concurrency', '12:40 12:58'), ...said('overloaded', '13:01')]
    const incident = only(
      { errors, snapshots: [read('10:00:00', 20, 20), later('13:30:00', 20)] },
      page([ok('13:20:00')]),
    )
    expect(partsOf(incident)).toEqual(['12:40–13:00 unknown', '13:01–13:20 platform'])
    expect(verdictOn(incident, 'quota_5h')).not.toBe('contradicted')
  })

  it('so does one of which the words are not known, and one that was not known before', () => {
    const other = (clock: string, message: string) =>
      refusal('other', today(`${clock}:00`), { message, id: `${clock} ${message}` })
    const before = [
      said('rate_or_concurrency', '12:40 12:58'),
      [other('12:40', 'Refused for a reason'), other('12:58', 'Refused for a reason')],
    ]
    for (const first of before) {
      const errors = [...first, other('13:01', 'Unavailable'), other('13:05', 'Unavailable')]
      const incident = only(
        { errors, snapshots: [read('10:00:00', 20, 20), later('13:30:00', 20)] },
        page([ok('13:20:00')]),
      )
      expect(partsOf(incident)).toEqual(['12:40–13:00 unknown', '13:01–13:20 unknown'])
      expect(verdictOn(incident, 'quota_5h')).not.toBe('contradicted')
    }
  })

  it.each([
    ['16:00 16:20', ['12:00–13:00 quota_5h', '16:00–16:20 quota_5h'], 'supported'],
    ['13:15 13:20', ['12:00–13:00 quota_5h', '13:15–13:20 quota_5h'], 'supported'],
    // refused at the first try after it: nothing was reset, or the clock is not set so
    ['13:14 13:20', ['12:00–13:20 unknown'], 'undecidable'],
  ])(
    'one quota used up twice is two parts where there was time for it: again at %s',
    (again, parts, verdict) => {
      const errors = [...said('window_5h', '12:00 12:58'), ...said('window_5h', again)]
      const incident = only({ errors, snapshots: [read('10:00:00', 20, 20), later('17:00:00', 95)] })
      expect(partsOf(incident)).toEqual(parts)
      expect(verdictOn(incident, 'quota_5h')).toBe(verdict)
    },
  )

  it('a week that filled when the window was reset is another part', () => {
    const rows = page(
      ['12:20', '12:40', '13:05', '13:40'].map((clock) => failed(`${clock}:00`)),
      at(today('14:30:00')),
    )
    const snapshots = [
      read('12:25:00', 100, 90),
      read('12:50:00', 100, 90),
      later('13:10:00', 2, 100),
      later('13:50:00', 2, 100),
    ]
    const incident = only(rows, { snapshots })
    expect(incident.parts).toHaveLength(2)
    expect([verdictOn(incident, 'quota_5h'), verdictOn(incident, 'quota_7d')]).not.toContain('contradicted')
  })
})

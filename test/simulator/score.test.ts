import { describe, expect, it } from 'vitest'
import type { Cause, Incident, Verdict } from '../../shared/analyse/report.ts'
import { DAY_OF_HOURS, HOUR } from '../../shared/time/duration.ts'
import { span } from '../../shared/time/span.ts'
import { examine, examineBy, scoreSeed } from './examine.ts'
import { scoreOf } from './score.ts'
import type { Examined } from './score/examined.ts'

/** A run in which one true block is shown, found, and has its true cause supported. */
function foundRun(): Examined {
  for (let seed = 1; seed < 200; seed++) {
    const examined = examine(seed, [])
    const { blocks, faults } = scoreOf(examined)
    const [only] = blocks
    if (blocks.length === 1 && only?.found && only.verdict === 'supported' && faults.length === 0)
      return examined
  }
  throw new Error('no such run')
}

const run = foundRun()
const truly = run.truth.blocks[0]?.cause
if (truly === undefined) throw new Error('the run has no block')
const other: Cause = truly === 'request_rate' ? 'account' : 'request_rate'

const LONG_AGO = 40 * DAY_OF_HOURS

const faultsOf = (change: (incident: Incident) => readonly Incident[]) =>
  scoreOf({ ...run, report: { ...run.report, incidents: run.report.incidents.flatMap(change) } }).faults.map(
    ({ kind }) => kind,
  )

const saying = (cause: Cause, verdict: Verdict) => (incident: Incident) => [
  {
    ...incident,
    verdicts: incident.verdicts.map((each) => (each.cause === cause ? { ...each, verdict } : each)),
  },
]

/** Moves the edges of an incident by so many ms. */
const moved =
  (from: number, to: number) =>
  (incident: Incident): readonly Incident[] => {
    const known = incident.block.span
    return known
      ? [{ ...incident, block: { ...incident.block, span: span(known.from + from, known.to + to) } }]
      : [incident]
  }

describe('the score', () => {
  it('finds nothing wrong with a right report', () => {
    expect(faultsOf((incident) => [incident])).toEqual([])
  })

  it('sees the true cause contradicted', () => {
    expect(faultsOf(saying(truly, 'contradicted'))).toContain('true_cause_contradicted')
  })

  it('sees a wrong cause supported', () => {
    expect(faultsOf(saying(other, 'supported'))).toContain('wrong_cause_supported')
  })

  it('sees a throttle that is wrongly all that is left', () => {
    const left = (cause: Cause) => (incident: Incident) => [
      {
        ...incident,
        leading: 'unknown' as const,
        verdicts: incident.verdicts.map((each) => ({
          ...each,
          verdict: each.cause === cause ? ('consistent' as const) : ('contradicted' as const),
        })),
      },
    ]
    expect(faultsOf(left('request_rate'))).toContain('no_throttle_though_left')
    expect(faultsOf(left(truly))).not.toContain('no_throttle_though_left')
  })

  it('sees a block that is missing', () => {
    expect(faultsOf(() => [])).toContain('not_found')
  })

  it('sees a block where nothing was refused', () => {
    expect(faultsOf(moved(-LONG_AGO, -LONG_AGO))).toEqual(
      expect.arrayContaining(['found_nothing_there', 'not_found']),
    )
  })

  it('sees an edge that is off', () => {
    expect(faultsOf(moved(-60_000, 0))).toContain('edge_off')
  })

  it('sees idleness called blocked', () => {
    const [stretch] = run.truth.idle
    if (!stretch) return expect(run.truth.idle).not.toEqual([])
    const idle = (incident: Incident): readonly Incident[] => {
      const block = { ...incident.block, grade: 'suspected', span: span(stretch.from, stretch.to) } as const
      return [incident, { ...incident, block }]
    }
    expect(faultsOf(idle)).toContain('idle_called_blocked')
    return undefined
  })

  // 4520: refusals of the 5 h window, then a mark in the hours in which it would have gone on refusing
  it.each([
    [0, []],
    [12 * HOUR, ['wrong_cause_supported']],
  ])(
    'takes a mark for right where its cause would have refused somebody, moved by %i ms: %j',
    (by, faults) => {
      const marked = examine(4_520, [])
      const incidents = marked.report.incidents.flatMap((incident) =>
        incident.block.grade === 'marked' && incident.leading === 'quota_5h' ? moved(by, by)(incident) : [],
      )
      expect(incidents).toHaveLength(1)
      const said = scoreOf({ ...marked, report: { ...marked.report, incidents } }).faults
      expect(said.filter(({ kind }) => kind === 'wrong_cause_supported').map(({ kind }) => kind)).toEqual(
        faults,
      )
    },
  )
})

// 492, by a log whose clock is right: throttled until the service failed, one incident of two parts
it('charges no part with what refused in another', () => {
  const { world, truth, observer } = examine(492)
  const { faults, throttled } = scoreOf(examineBy({ ...observer, logAhead: 0 }, world, truth, []))
  expect(throttled).toBeGreaterThan(0)
  expect(faults.map(({ kind }) => kind)).not.toContain('no_throttle_though_left')
})

describe('a refusal at the edge of two incidents', () => {
  // 30000915: refused by the 5 h window until a success, and seconds later for concurrency, by a log some seconds behind
  it('is of the one in which it lies outright', () => {
    const { faults } = scoreOf(examine(30_000_915, []))
    expect(faults.filter(({ kind }) => kind === 'true_cause_contradicted')).toEqual([])
  })

  // 20000821: the log keeps a call's last try only; one that nobody was shown came right after a success
  it('divides nothing where nobody was shown it', () => {
    expect(scoreSeed(20_000_821).faults.map(({ kind }) => kind)).not.toContain('two_of_one')
  })
})

describe('a text that was pasted beside a reading', () => {
  // 170015062: "Invalid Authentication" beside an undated reading, in whose 5 h window the quota refused as well, hours later
  const pasted = examine(170_015_062, [])
  const kinds = (cause: Cause, verdict: Verdict) => {
    const incidents = pasted.report.incidents.flatMap((incident) =>
      incident.block.within ? saying(cause, verdict)(incident) : [incident],
    )
    return scoreOf({ ...pasted, report: { ...pasted.report, incidents } }).faults.map(({ kind }) => kind)
  }

  it('is of the refusals that it tells of, and of no other in the same hours', () => {
    expect(kinds('quota_5h', 'contradicted')).not.toContain('true_cause_contradicted')
    expect(kinds('account', 'contradicted')).toContain('true_cause_contradicted')
    expect(kinds('quota_5h', 'supported')).toContain('wrong_cause_supported')
  })
})

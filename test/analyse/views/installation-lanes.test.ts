import { expect, it } from 'vitest'
import { installationLanes, lanesWithin } from '../../../shared/analyse/views/lanes/installation-lanes.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { span } from '../../../shared/time/span.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { pageReadIn } from '../../store/page-read-in.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, loggedCall, row } from '../build.ts'

const HERE = { id: 'here', name: null }
const SERVER = { id: 'server', name: 'Server' }
const PAGE = pageReadIn([row('2026-03-02T10:00:00Z'), row('2026-03-02T11:00:00Z')])
const called = (time: string) => ({ ...loggedCall(time), origins: [{ capture: 'log', at: 'line 1' }] })
const CALLS = ['10:30:00', '10:36:00', '12:00:00'].map((clock) => called(`2026-03-02T${clock}Z`))
const EVIDENCE = evidenceWith(PAGE, { calls: CALLS })
const SIGHTS = [
  { installation: HERE, captures: PAGE.captures.map(({ id }) => id) },
  { installation: SERVER, captures: ['log'] },
]
const time = (clock: string) => at(`2026-03-02T${clock}Z`)

it('an installation saw from the oldest to the newest row of a page, and its calls, near ones as one stretch', () => {
  const [here, server] = installationLanes(SIGHTS, EVIDENCE, UTC)
  expect(here).toMatchObject({ installation: HERE, spans: [{ from: time('10:00:00') }] })
  expect(here?.spans[0]?.to).toBeGreaterThan(time('11:00:00'))
  expect(server?.spans.map(({ from }) => from)).toEqual([time('10:30:00'), time('12:00:00')])
})

it('within a range stretches are cut where it ends, and joined where they cannot be told apart', () => {
  const lanes = installationLanes(SIGHTS, EVIDENCE, UTC)
  const range = span(time('10:33:00'), time('13:00:00'))
  expect(lanesWithin(lanes, range, 0)[1]?.spans.map(({ from }) => from)).toEqual([
    time('10:33:00'),
    time('12:00:00'),
  ])
  expect(lanesWithin(lanes, range, 90 * MINUTE)[1]?.spans).toHaveLength(1)
})

it('a history of one installation has no such lane', () => {
  expect(installationLanes([], EVIDENCE, UTC)).toEqual([])
})

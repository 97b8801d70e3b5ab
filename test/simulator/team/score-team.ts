import type { Report } from '../../../shared/analyse/report.ts'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import {
  compareAccounts,
  type Witness,
  type WitnessedIncident,
} from '../../../shared/analyse/witnesses/compare-accounts.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { drawObserver } from '../observe/draw-observer.ts'
import { observe, type Observed } from '../observe/observe.ts'
import type { Observer } from '../observe/observer.ts'
import { randomFrom } from '../random.ts'
import { truthOf, type Truth } from '../truth.ts'
import type { Call } from '../world/call.ts'
import type { World } from '../world/run.ts'
import type { Trouble } from '../world/scenario.ts'
import { drawTeam, type Team } from './draw-team.ts'

/** What came of one team. */
export interface TeamScore {
  /** Outages that three busy accounts saw, and those of them that were called Kimi's fault. */
  readonly outages: number
  readonly supported: number
  /** All incidents of all Reports, and those that were wrongly called Kimi's fault by the accounts together. */
  readonly incidents: number
  readonly wrong: readonly string[]
  /** Of the incidents in outages: what each account said of Kimi alone. */
  readonly alone: number
}

interface Member {
  readonly world: World
  readonly observed: Observed
  readonly witness: Witness & { readonly evidence: Evidence; readonly report: Report }
}

/** How far off an edge may be: clocks of members, and times to the minute. */
const SLACK = 2 * MINUTE

/** Holds what the accounts of a team say together against what was. */
export function scoreTeam(number: number, size: number): TeamScore {
  const team = drawTeam(number, size)
  const members = membersOf(team)
  const said = compareAccounts(members.map(({ witness }) => witness))
  const supported = said.filter(({ platform }) => platform === 'supported')
  const outages = team.outages.filter(
    (outage) => members.filter((member) => isBusyWitness(member, outage)).length >= 3,
  )
  const byAccount = new Map(members.map((member) => [member.witness.account, member]))
  const meets = ({ account, span }: WitnessedIncident) =>
    refusedByKimi(byAccount.get(account)).some(
      ({ start, end }) => end >= span.from - SLACK && start <= span.to + SLACK,
    )
  return {
    outages: outages.length,
    supported: outages.filter((outage) =>
      supported.some(
        (each) => meets(each) && each.span.from < outage.to + SLACK && each.span.to > outage.from - SLACK,
      ),
    ).length,
    incidents: members.reduce((sum, { witness }) => sum + witness.report.incidents.length, 0),
    wrong: supported
      .filter((each) => !meets(each))
      .map(({ account, incident }) => `team ${number} ${account} ${incident}`),
    alone: outages.filter((outage) =>
      members.some(({ witness }) =>
        witness.report.incidents.some(
          ({ leading, block }) =>
            leading === 'platform' &&
            block.span &&
            block.span.from < outage.to &&
            block.span.to > outage.from,
        ),
      ),
    ).length,
  }
}

/** The accounts of a team, each as somebody kept it. */
export const membersOf = ({ members }: Team): readonly Member[] =>
  members.map((world, index) => memberOf(world, `account ${index}`))

function memberOf(world: World, account: string): Member {
  const truth = truthOf(world)
  const observed = observe(world, truth, observerOf(world, truth))
  const { evidence, now, zone } = observed
  return {
    world,
    observed,
    witness: { account, evidence, report: reportFrom(evidence, { now, zone, rules: DEFAULT_RULES }) },
  }
}

/** Whoever brings in evidence for a team has dated some; how well they looked differs, and so do their clocks. */
function observerOf(world: World, truth: Truth): Observer {
  const random = randomFrom(world.scenario.seed, 'member')
  return {
    ...drawObserver(world, truth),
    clock: 'utc',
    capturesDated: true,
    requestIds: true,
    refusedRows: random.pick(['all', 'all', 'only_403', 'none']),
    errors: random.pick(['log', 'log', 'log_last_try', 'few_dated', 'none']),
  }
}

const refusedByKimi = (member: Member | undefined): readonly Call[] =>
  member?.world.calls.filter(({ refusal }) => refusal?.causes.includes('platform')) ?? []

/** At work when it began, with refusals that are dated in what it kept: at least three, the first within five minutes. */
function isBusyWitness(member: Member, { from, to }: Trouble): boolean {
  const { observed } = member
  const shown = refusedByKimi(member).filter(
    ({ number, start }) => start >= from && start < to && observed.shownRefusals.has(number),
  )
  const first = shown[0]
  return shown.length >= 3 && first !== undefined && first.start < from + 5 * MINUTE
}

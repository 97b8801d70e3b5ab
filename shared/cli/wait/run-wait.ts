import { setTimeout as sleep } from 'node:timers/promises'
import { analyse } from '../../analyse/analyse.ts'
import { DEFAULT_RULES } from '../../analyse/rules.ts'
import { mergeEvidence } from '../../evidence/merge.ts'
import { parseInput } from '../../parse/parse-input.ts'
import { DAY_OF_HOURS } from '../../time/duration.ts'
import { wordingFor, type Wording } from '../../wording/wording.ts'
import { chosenFolders } from '../client-folders.ts'
import { isEmpty } from '../../evidence/is-empty.ts'
import { readMeters, type MeterReader } from '../usages/read-meters.ts'
import type { ExitStatus, World } from '../world.ts'
import { EvidenceOfFiles } from './evidence-of-files.ts'
import { serviceState, type ServiceState } from './service-state.ts'

export interface WaitArguments {
  /** Files or folders; empty: the logs of this machine's own clients. */
  readonly inputs: readonly string[]
  /** Milliseconds until it is given up; null: never. Zero looks once. */
  readonly timeout: number | null
  readonly every: number
  readonly meters: MeterReader | null
}

/** What is older says nothing about a window that may refuse now; the longest but the month's is a week. */
const OLDEST = 8 * DAY_OF_HOURS
const TRY_LATER = 75

/**
 * Waits until something shows that service is back: exit 0. While it is refused, or nobody has seen a reset that is due, it
 * goes on waiting; 75 when the time is over. 1 where nothing is known.
 */
export async function runWait(request: WaitArguments, world: World): Promise<ExitStatus> {
  const began = world.clock.now()
  const zone = world.clock.zone()
  const files = new EvidenceOfFiles(world, zone)
  const wording = wordingFor('en')
  let meters = mergeEvidence()
  let said = ''
  for (;;) {
    const inputs = await chosenFolders(request.inputs, world)
    const now = world.clock.now()
    const lines = request.meters === null ? [] : await readMeters(request.meters, world)
    for (const body of lines) {
      const raw = { at: null, via: 'file', input: 'usages', source: null, body } as const
      meters = mergeEvidence(meters, parseInput(raw, { zone }).evidence)
    }
    const evidence = mergeEvidence(await files.read(inputs, now - OLDEST), meters)
    if (isEmpty(evidence) && request.meters === null) {
      world.complain(
        'nothing is known of this machine: no log of a Kimi client was read. Name a file, or read the meters (--usages)',
      )
      return 1
    }
    const state = serviceState(analyse(evidence, { now, zone, rules: DEFAULT_RULES }))
    if (state.kind === 'back' && !isEmpty(evidence)) {
      world.out(`${BACK[state.why]}\n`)
      return 0
    }
    const text = refusedText(state, wording, world)
    if (text !== said) world.complain(text)
    said = text
    const left = request.timeout === null ? request.every : request.timeout - (world.clock.now() - began)
    if (left <= 0) return TRY_LATER
    await sleep(Math.min(request.every, left))
  }
}

const BACK = {
  success: 'service is back: a request went through after the last refusal',
  reset: 'service is back: the window that was used up has been reset, and a reading shows it',
  never_refused: 'service is not refused, as far as is known',
} as const

function refusedText(state: ServiceState, wording: Wording, { clock }: World): string {
  if (state.kind === 'back') return 'nothing is known yet'
  const cause = state.cause === 'unknown' ? 'it is not known by what' : wording.cause(state.cause)
  if (state.resetsAt === null) return `service is refused (${cause}); nothing has shown yet that it is back`
  const at = wording.instant(state.resetsAt, clock.zone())
  return state.resetsAt > clock.now()
    ? `service is refused (${cause}); the window is reset at ${at}`
    : `service is refused (${cause}); a reset was due at ${at}, and nothing has shown it yet`
}

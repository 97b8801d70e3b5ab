import { analyse } from '../analyse/analyse.ts'
import type { Report } from '../analyse/report.ts'
import { DEFAULT_RULES } from '../analyse/rules.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { UNKNOWN_ZONE } from '../time/zone.ts'
import { clientFolders } from './client-folders.ts'
import { isEmpty, nothingRead } from './input/nothing-read.ts'
import { readInputs } from './input/read-inputs.ts'
import type { InputArgument, ReportArguments } from './report-arguments.ts'
import type { ExitStatus, World } from './world.ts'

/** What was asked to be read, and as of when. */
export type AnalyseArguments = Pick<ReportArguments, 'inputs' | 'zone' | 'now' | 'claims'>

export interface AnalysedInputs {
  readonly evidence: Evidence
  readonly report: Report
  /** 2 where a file was missing; what else was read is reported all the same. */
  readonly status: ExitStatus
}

/** Reads the files and analyses what is in them; where there is nothing it says so, and gives the exit status. */
export async function analyseInputs(
  request: AnalyseArguments,
  world: World,
): Promise<AnalysedInputs | ExitStatus> {
  const { inputs, isOwn } = await chosenInputs(request, world)
  const { evidence, files, missing, writtenIn } = await readInputs(inputs, world)
  if (isEmpty(evidence)) {
    if (missing === 0 || files.length > 0) world.complain(nothingRead({ inputs, files, isOwn }))
    return missing > 0 ? 2 : 1
  }
  world.progress('Analysing')
  const report = analyse(evidence, {
    now: request.now ?? world.clock.now(),
    zone: request.zone ?? (isOwn ? world.clock.zone() : writtenIn),
    rules: DEFAULT_RULES,
    claims: request.claims,
  })
  return { evidence, report, status: missing > 0 ? 2 : 0 }
}

interface ChosenInputs {
  readonly inputs: readonly InputArgument[]
  /** The logs of this machine, whose clock printed the times in them. */
  readonly isOwn: boolean
}

/** What was named; else what is piped in; else what this machine's own client has logged. */
async function chosenInputs({ inputs, zone }: AnalyseArguments, world: World): Promise<ChosenInputs> {
  if (inputs.length > 0) return { inputs, isOwn: false }
  if (world.terminal.isPiped)
    return { inputs: [{ file: '-', zone: zone ?? UNKNOWN_ZONE, takenAt: null }], isOwn: false }
  const own = zone ?? world.clock.zone()
  const folders = await clientFolders(world)
  return { inputs: folders.map((file) => ({ file, zone: own, takenAt: null })), isOwn: true }
}

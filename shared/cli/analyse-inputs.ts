import { analyse } from '../analyse/analyse.ts'
import type { Analysis } from '../analyse/analysis.ts'
import { DEFAULT_RULES } from '../analyse/rules.ts'
import type { InstallationSeen } from '../evidence/installation.ts'
import { chosenInputs } from './chosen-inputs.ts'
import { isEmpty } from '../evidence/is-empty.ts'
import { nothingRead } from './input/nothing-read.ts'
import { readInputs } from './input/read-inputs.ts'
import type { ReportArguments } from './report-arguments.ts'
import type { ExitStatus, World } from './world.ts'

/** What was asked to be read, and as of when. */
export type AnalyseArguments = Pick<ReportArguments, 'inputs' | 'zone' | 'now' | 'claims'>

export interface AnalysedInputs extends Analysis {
  /** Of the bundles of a folder: who saw what. */
  readonly installations: readonly InstallationSeen[]
  /** 2 where a file was missing; what else was read is reported all the same. */
  readonly status: ExitStatus
}

/** Reads the files and analyses what is in them; where there is nothing it says so, and gives the exit status. */
export async function analyseInputs(
  request: AnalyseArguments,
  world: World,
): Promise<AnalysedInputs | ExitStatus> {
  const { inputs, isOwn } = await chosenInputs(request, world)
  const now = request.now ?? world.clock.now()
  const { evidence, files, missing, writtenIn, installations } = await readInputs(inputs, world, now)
  if (isEmpty(evidence)) {
    if (missing === 0 || files.length > 0) world.complain(nothingRead({ inputs, files, isOwn }))
    return missing > 0 ? 2 : 1
  }
  world.progress('Analysing')
  const analysis = analyse(evidence, {
    now,
    zone: request.zone ?? (isOwn ? world.clock.zone() : writtenIn),
    rules: DEFAULT_RULES,
    claims: request.claims,
  })
  return { ...analysis, installations, status: missing > 0 ? 2 : 0 }
}

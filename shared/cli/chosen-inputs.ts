import { UNKNOWN_ZONE } from '../time/zone.ts'
import { clientFolders } from './client-folders.ts'
import type { InputArgument, ReportArguments } from './report-arguments.ts'
import type { World } from './world.ts'

interface ChosenInputs {
  readonly inputs: readonly InputArgument[]
  /** The logs of this machine, whose clock printed the times in them. */
  readonly isOwn: boolean
}

/** What was named; else what is piped in; else what this machine's own client has logged. */
export async function chosenInputs(
  { inputs, zone }: Pick<ReportArguments, 'inputs' | 'zone'>,
  world: World,
): Promise<ChosenInputs> {
  if (inputs.length > 0) return { inputs, isOwn: false }
  if (world.terminal.isPiped)
    return { inputs: [{ file: '-', zone: zone ?? UNKNOWN_ZONE, takenAt: null }], isOwn: false }
  const own = zone ?? world.clock.zone()
  const folders = await clientFolders(world)
  return { inputs: folders.map((file) => ({ file, zone: own, takenAt: null })), isOwn: true }
}

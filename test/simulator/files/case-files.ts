import type { Observer } from '../observe/observer.ts'
import { randomFrom } from '../random.ts'
import type { World } from '../world/run.ts'
import type { CaseFile } from './case-file.ts'
import { errorFiles } from './error-files.ts'
import { historyFiles } from './history-files.ts'
import { meterFiles } from './meter-files.ts'

/** What somebody has in hand of a world, as the files in which people have it. */
export function caseFiles(world: World, observer: Observer): readonly CaseFile[] {
  const random = randomFrom(world.scenario.seed, 'files')
  return [
    ...historyFiles(world, observer, random),
    ...meterFiles(world, observer, random),
    ...errorFiles(world, observer, random),
  ]
}

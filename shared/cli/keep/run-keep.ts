import { join } from 'node:path'
import { installationFile, type Installation } from '../../evidence/installation.ts'
import { mergeEvidence } from '../../evidence/merge.ts'
import { writeBundle } from '../../export/bundle/write-bundle.ts'
import { UNKNOWN_ZONE } from '../../time/zone.ts'
import { chosenInputs } from '../chosen-inputs.ts'
import { writeReasonOf } from '../input/file-reasons.ts'
import { isEmpty } from '../../evidence/is-empty.ts'
import { nothingRead } from '../input/nothing-read.ts'
import { readInputs } from '../input/read-inputs.ts'
import { thisInstallation } from '../installation.ts'
import type { KeepArguments } from './keep-arguments.ts'
import { withoutReadAgain } from './without-read-again.ts'
import { UsageError, type ExitStatus, type World } from '../world.ts'

/**
 * Writes all that this installation knows into a folder as its one bundle, complete: what was kept there before, and what
 * is read now. Whole or not at all; nothing is written where nothing changed, so that a sync has nothing to do. What stands
 * there and cannot be read is never written over. Throws a UsageError.
 */
export async function runKeep(request: KeepArguments, world: World): Promise<ExitStatus> {
  const { folder, name, retire } = request
  if ((await world.files.look(folder)).kind !== 'folder') throw new UsageError(`${folder} is no folder`)
  const { id, name: called } = await thisInstallation(world, name)
  const installation: Installation = { id, name: called, ...(retire && { retired: true }) }
  const file = join(folder, installationFile(id))
  const isThere = (await world.files.look(file)).kind === 'file'
  const kept = isThere ? await readInputs([{ file, zone: UNKNOWN_ZONE, takenAt: null }], world) : null
  if (kept && kept.installations[0]?.installation.id !== id) {
    world.complain(`${file} cannot be read and is not written over: put a copy of it back, or delete it`)
    return 1
  }
  const { inputs, isOwn } = await chosenInputs(request, world)
  const fresh = await readInputs(inputs, world)
  const evidence = mergeEvidence(
    fresh.evidence,
    ...(kept ? [withoutReadAgain(kept.evidence, fresh.evidence)] : []),
  )
  const status = fresh.missing > 0 ? 2 : 0
  if (isEmpty(evidence)) {
    world.complain(nothingRead({ inputs, files: fresh.files, isOwn }))
    return status === 2 ? 2 : 1
  }
  const zone = request.zone ?? (isOwn ? world.clock.zone() : fresh.writtenIn)
  const options = { writtenAt: world.clock.now(), zone, masking: 'none' } as const
  const text = writeBundle(evidence, { ...options, installation })
  const [own] = kept?.installations ?? []
  if (kept && own && text === writeBundle(kept.evidence, { ...options, installation: own.installation }))
    return status
  try {
    await world.writeFile(file, text)
  } catch (error) {
    world.complain(`${file} could not be written: ${writeReasonOf(error)}`)
    return 1
  }
  return status
}

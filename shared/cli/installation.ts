import { version } from '../../package.json'
import type { Installation } from '../evidence/installation.ts'
import type { OtlpSender } from '../export/otlp/otlp-json.ts'
import { parseJson } from '../parse/json/parse-json.ts'
import { z } from '../parse/zod.ts'
import { writeReasonOf } from './input/file-reasons.ts'
import { stateFile } from './state-file.ts'
import type { World } from './world.ts'

/** The account of evidence of which nobody said whose it is. */
export const UNASSIGNED = 'unassigned'

const installationSchema = z.object({ id: z.uuid(), name: z.string().nullable().catch(null) })

/**
 * This installation: a random id, made at the first need, and the name that it was given. Where it cannot be kept, that is
 * said, and it is of this run only.
 */
export async function thisInstallation(world: World, rename: string | null = null): Promise<Installation> {
  const file = stateFile('installation.json', world)
  const read = installationSchema.safeParse(parseJson((await world.readText(file)) ?? ''))
  const known: Installation = read.success ? read.data : { id: world.newId(), name: null }
  if (read.success && (rename === null || rename === known.name)) return known
  const made = { id: known.id, name: rename ?? known.name }
  try {
    await world.keepText(file, `${JSON.stringify(made)}\n`)
  } catch (error) {
    world.complain(
      `${file} could not be written: ${writeReasonOf(error)}; the next run will be another installation`,
    )
  }
  return made
}

/** What records say of who sends them. */
export const senderOf = async (account: string | null, world: World): Promise<OtlpSender> => ({
  version,
  account: account ?? UNASSIGNED,
  instance: (await thisInstallation(world)).id,
})

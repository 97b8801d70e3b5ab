import { version } from '../../package.json'
import type { OtlpSender } from '../export/otlp/otlp-json.ts'
import { parseJson } from '../parse/parse-json.ts'
import { z } from '../parse/zod.ts'
import { writeReasonOf } from './input/file-reasons.ts'
import { stateFile } from './state-file.ts'
import type { World } from './world.ts'

/** The account of evidence of which nobody said whose it is. */
export const UNASSIGNED = 'unassigned'

/** A random id, made at the first need: it tells installations apart, and nobody which machine it is. */
const installationSchema = z.object({ id: z.uuid() })

/** The id of this installation. Where it cannot be kept, that is said, and it is of this run only. */
async function installationId(world: World): Promise<string> {
  const file = stateFile('installation.json', world)
  const known = installationSchema.safeParse(parseJson((await world.readText(file)) ?? ''))
  if (known.success) return known.data.id
  const id = world.newId()
  try {
    await world.keepText(file, `${JSON.stringify({ id })}\n`)
  } catch (error) {
    world.complain(
      `${file} could not be written: ${writeReasonOf(error)}; the next run will be another installation`,
    )
  }
  return id
}

/** What records say of who sends them. */
export const senderOf = async (account: string | null, world: World): Promise<OtlpSender> => ({
  version,
  account: account ?? UNASSIGNED,
  instance: await installationId(world),
})

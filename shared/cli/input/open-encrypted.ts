import { NO_EVIDENCE, type Evidence } from '../../evidence/evidence.ts'
import { evidenceId } from '../../evidence/id.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import { decryptBundle, NOT_OPENED } from '../../export/bundle/encrypted-bundle.ts'
import { readInput, type ReadInput } from '../../intake.ts'
import { rejectOf } from '../../parse/reject.ts'
import { UNKNOWN_ZONE } from '../../time/zone.ts'
import type { InputArgument } from '../report-arguments.ts'
import type { World } from '../world.ts'

/** Where the passphrase of an encrypted bundle comes from. */
export type Secrets = Pick<World, 'env' | 'askSecret'>

const PASSPHRASE = 'QUOTASCOPE_PASSPHRASE'

/** An encrypted bundle, opened with the passphrase of the environment, else with the one that is typed. */
export async function openEncrypted(
  bytes: Uint8Array<ArrayBuffer>,
  { file, zone }: Pick<InputArgument, 'file' | 'zone'>,
  { env, askSecret }: Secrets,
): Promise<ReadInput> {
  const passphrase = env[PASSPHRASE] ?? (await askSecret(`Passphrase of ${file}: `))
  if (passphrase === null)
    return {
      evidence: rejected(
        file,
        `an encrypted bundle: give its passphrase in ${PASSPHRASE}, or type it at a terminal`,
      ),
      pieces: [],
    }
  const opened = await decryptBundle(bytes, passphrase)
  if (!opened.ok)
    return {
      evidence: rejected(file, `an encrypted bundle that could not be opened: ${NOT_OPENED[opened.why]}`),
      pieces: [],
    }
  return readInput({ at: null, via: 'file', input: file, source: null, body: opened.text }, { zone })
}

/** No evidence, and why. */
export function rejected(file: string, reason: Reason): Evidence {
  const context = {
    capture: evidenceId('capture', file),
    at: null,
    via: 'file',
    input: file,
    zone: UNKNOWN_ZONE,
  } as const
  return { ...NO_EVIDENCE, rejects: [rejectOf(context, { path: '$', reason, text: '' })] }
}

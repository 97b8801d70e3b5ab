import { DATED_KINDS } from '../../../shared/evidence/kinds/kinds.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { IntakeClient } from '../intake/intake-client.ts'
import type { LogFile } from './log-files.ts'

/** Reads a log and keeps what is in it as an import of its own. The name of that; null where nothing was in it. */
export async function keepLog(
  { path, file }: LogFile,
  intake: IntakeClient,
  account: string,
  at: Instant,
): Promise<string | null> {
  const input = crypto.randomUUID()
  const { totals } = await intake.do('read', { input, source: { via: 'file', name: path, file } })
  if (DATED_KINDS.every((kind) => totals[kind] === 0)) {
    await intake.do('forget', { input })
    return null
  }
  const importId = crypto.randomUUID()
  await intake.do('keep', { account, importId, at, inputs: [input], zone: null })
  return importId
}

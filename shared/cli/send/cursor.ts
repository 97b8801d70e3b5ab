import { createHash } from 'node:crypto'
import { parseJson } from '../../parse/json/parse-json.ts'
import { z } from '../../parse/zod.ts'
import { writeReasonOf } from '../input/file-reasons.ts'
import { stateFile } from '../state-file.ts'
import type { World } from '../world.ts'
import type { OtlpTarget } from './otlp-target.ts'

/** What one endpoint has taken. */
export interface Cursor {
  /** Marks of records that were taken: a hash of all that they say but when they were seen. */
  readonly records: Set<string>
  /** The digest of the conclusions that each account's last report named. */
  readonly digests: Map<string, string>
  /** Notes what was taken; what could not be noted is sent once more, and an engine knows it by its uid. */
  readonly note: (taken: Taken) => Promise<void>
}

/** One line of the file. */
const takenSchema = z.object({
  records: z.array(z.string()).optional(),
  account: z.string().optional(),
  digest: z.string().optional(),
})
export type Taken = z.infer<typeof takenSchema>

/**
 * Reads what an endpoint has taken. The file is a list that only grows, a line for each request after it was taken, so
 * that a run that is killed has lost nothing: half a line counts as none, and its request is sent again.
 */
export async function openCursor(target: OtlpTarget, again: boolean, world: World): Promise<Cursor> {
  const file = stateFile(`sent-${hashOf(target.url)}.jsonl`, world)
  const text = (await world.readText(file)) ?? ''
  const records = new Set<string>()
  const digests = new Map<string, string>()
  const take = (taken: Taken) => {
    for (const mark of taken.records ?? []) records.add(mark)
    if (taken.account !== undefined && taken.digest !== undefined) digests.set(taken.account, taken.digest)
  }
  if (!again) {
    for (const line of text.split('\n')) {
      const read = takenSchema.safeParse(parseJson(line))
      if (read.success) take(read.data)
    }
  }
  // the rest of a line that a kill cut off must not swallow the next one
  let before = text === '' || text.endsWith('\n') ? '' : '\n'
  let isNew = text === ''
  return {
    records,
    digests,
    note: async (taken) => {
      take(taken)
      try {
        if (isNew) await world.keepText(file, '')
        isNew = false
        await world.appendFile(file, `${before}${JSON.stringify(taken)}\n`)
        before = ''
      } catch (error) {
        world.complain(
          `${file} could not be written: ${writeReasonOf(error)}; the next run sends these records again`,
        )
      }
    },
  }
}

/** A mark of a record as it was written. */
export const markOf = (record: string): string => hashOf(record.replace(/"observedTimeUnixNano":"\d+",/, ''))

/** 64 bits: among a million records two are alike once in forty million times. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 11)

import { LONGEST_NAME, readInstallationName } from '../../evidence/installation.ts'
import { readArguments } from '../read-arguments.ts'
import type { ReportArguments } from '../report-arguments.ts'
import { UsageError } from '../world.ts'

/** What `keep` is asked for. */
export interface KeepArguments extends Pick<ReportArguments, 'inputs' | 'zone'> {
  /** A folder that a person syncs. */
  readonly folder: string
  /** What this installation is to be called from now on; null: as before. */
  readonly name: string | null
  /** It writes for the last time. */
  readonly retire: boolean
}

/** The options of `keep` as they were typed. */
export interface KeepOptions {
  readonly zone?: string
  readonly name?: string
  readonly retire?: boolean
}

/** Throws a UsageError. */
export function readKeep(folder: string, words: readonly string[], options: KeepOptions): KeepArguments {
  const name = options.name === undefined ? null : readInstallationName(options.name)
  if (name === null && options.name !== undefined)
    throw new UsageError(`--name: write a name of up to ${LONGEST_NAME} characters`)
  const { inputs, zone } = readArguments(words, options.zone === undefined ? {} : { zone: options.zone })
  return { inputs, zone, folder, name, retire: options.retire ?? false }
}

import { HOUR } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'

/** A browser or machine on which Quotascope keeps a history: told from others by a random id, and by no name but the one it is given. */
export interface Installation {
  readonly id: string
  /** What a person calls it; null: nothing yet. */
  readonly name: string | null
  /** It writes no more; what it saw stays. */
  readonly retired?: true
}

/** What one installation had seen when it last wrote. */
export interface InstallationSeen {
  readonly installation: Installation
  readonly writtenAt: Instant
  /** Rows of the history that it has. */
  readonly records: number
  /** Ids of the captures in which it saw what it has. */
  readonly captures: readonly string[]
}

/** What stands for an installation where it is listed: its name, else the beginning of its id. */
export const installationLabel = ({ id, name }: Installation): string => name ?? id.slice(0, 8)

/** Longer ones are no names. In characters. */
export const LONGEST_NAME = 60

/** What somebody typed as the name of an installation; null where it is none. */
export function readInstallationName(text: string): string | null {
  const name = text.trim()
  return name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name) ? null : name
}

/** The name of an installation's file, and whether a file is one, or a copy of one that a sync made. */
export const installationFile = (id: string): string => `quotascope-${id}.json`
export const isOfInstallation = (file: string): boolean => NAMED.test(file) && file.endsWith('.json')

/** Whether a file is what a sync has put there until it has got all of an installation's: `….json.icloud`, `.….json.tmp`. */
export const isPartOfInstallation = (file: string): boolean =>
  /quotascope-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}[^\\/]*$/.test(file) &&
  !isOfInstallation(file) &&
  !file.endsWith('.crswap')

/** What one of our own programs writes beside a file until it is whole (`write-whole.ts`): nobody else ends a name so. */
export const isOwnPart = (file: string): boolean => /\.json\.\d+\.part$/.test(file)

/**
 * From then on it is left over of a program that was killed. The largest bundle is written within a minute; a sync of it,
 * and a clock that is off, may take longer. In milliseconds.
 */
export const LEFT_OVER_AFTER = HOUR

const NAMED = /(?:^|[\\/])quotascope-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}[^\\/]*$/

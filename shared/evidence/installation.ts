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

import type { Clock } from '../time/clock.ts'
import type { InputFiles } from './input/input-files.ts'

/** Who is on the other end of a stream, and how much it can show. */
export interface Terminal {
  /** Standard output is a terminal: people read it. */
  readonly isOut: boolean
  /** Something is piped into standard input. */
  readonly isPiped: boolean
  readonly hasColour: boolean
  readonly columns: number
}

/** What a command has of the world. */
export interface World {
  readonly files: InputFiles
  readonly clock: Pick<Clock, 'now' | 'zone'>
  readonly terminal: Terminal
  readonly env: Readonly<Record<string, string | undefined>>
  /** The person's own folder, in which Kimi's clients keep theirs. */
  readonly home: string
  readonly out: (text: string) => void
  /** Writes a file whole or not at all. Throws what the system says. */
  readonly writeFile: (path: string, text: string) => Promise<void>
  /** One line about something that went wrong. */
  readonly complain: (line: string) => void
  /** Shows how far something is, from half a second on; null ends it. */
  readonly progress: (text: string | null) => void
}

/** 0 done, 1 nothing was recognised or it could not be written, 2 the command line is wrong or a file is missing, 75 try later. */
export type ExitStatus = 0 | 1 | 2 | 75

/** A command line that is not one; the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

import type { Clock } from '../time/clock.ts'
import type { InputFiles } from './input/input-files.ts'
import type { OtlpTarget } from './send/otlp-target.ts'

/** Who is on the other end of a stream, and how much it can show. */
export interface Terminal {
  /** Standard output is a terminal: people read it. */
  readonly isOut: boolean
  /** Something is piped into standard input. */
  readonly isPiped: boolean
  readonly hasColour: boolean
  readonly columns: number
}

/** What came of asking a service. */
export interface Answer {
  readonly status: number
  readonly retryAfter: string | null
  /** Null where it is no success, or longer than any that is known. */
  readonly body: string | null
}

/** What a command has of the world. */
export interface World {
  readonly files: InputFiles
  readonly clock: Pick<Clock, 'now' | 'zone'>
  readonly terminal: Terminal
  readonly env: Readonly<Record<string, string | undefined>>
  /** Asks an address, and follows no redirection; throws where there is no answer within eight seconds. */
  readonly ask: (address: string, key: string) => Promise<Answer>
  /** Posts log records to an address that somebody named; throws where there is no answer in time. */
  readonly post: (target: OtlpTarget, json: string) => Promise<Answer>
  readonly pause: (ms: number) => Promise<void>
  /** At least 0, less than 1: so that many that wait do not all come back at once. */
  readonly chance: () => number
  /** The person's own folder, in which Kimi's clients keep theirs. */
  readonly home: string
  readonly out: (text: string) => void
  /** Writes a file whole or not at all. Throws what the system says. */
  readonly writeFile: (path: string, text: string | Iterable<string>) => Promise<void>
  /** What stands in a file of our own; null where there is none. */
  readonly readText: (path: string) => Promise<string | null>
  /** Writes a file of our own, with its folder. Throws what the system says. */
  readonly keepText: (path: string, text: string) => Promise<void>
  /** Adds to a file, in one piece. Throws what the system says. */
  readonly appendFile: (path: string, text: string) => Promise<void>
  /** An id that nothing else has. */
  readonly newId: () => string
  /** Asks somebody at the terminal for a secret, which is not shown; null where there is no terminal, or nothing was typed. */
  readonly askSecret: (question: string) => Promise<string | null>
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

import type { ParsedInput } from '../parse-input.ts'

/** How far reading has come. */
export interface ReadSoFar {
  readonly lines: number
  /** Requests and refusals. */
  readonly found: number
}

export const NOTHING_YET: ReadSoFar = { lines: 0, found: 0 }

/** Takes the bytes of an input as they come. */
export interface ByteSink {
  /** Small pieces, please: what a piece unpacks to is held at once. */
  push(bytes: Uint8Array): void
  /** True when no more bytes are wanted. */
  readonly stopped: boolean
  readonly soFar: ReadSoFar
  end(): ParsedInput
}

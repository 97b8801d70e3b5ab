import type { ParsedInput } from '../parse-input.ts'

/** How far reading has come. */
export interface ReadSoFar {
  readonly lines: number
}

/** Takes the bytes of an input as they come. */
export interface ByteSink {
  /** Small pieces, please: what a piece unpacks to is held at once. */
  push(bytes: Uint8Array): void
  /** True when no more bytes are wanted. */
  readonly stopped: boolean
  readonly soFar: ReadSoFar
  end(): ParsedInput
}

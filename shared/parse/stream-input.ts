import type { ParsedInput, ParseOptions } from './parse-input.ts'
import type { ByteSink } from './stream/byte-sink.ts'
import { labelOfPath } from './stream/entry-label.ts'
import { GzipInput } from './stream/gzip-input.ts'
import type { NativeBytes } from './stream/native-bytes.ts'
import { DEFAULT_LIMITS, InflateCount, type InflateLimits } from './stream/inflate-limits.ts'
import { TextInput } from './stream/text-input.ts'
import { ZipInput } from './stream/zip-input.ts'

/** A file that may be too large to be held. */
export interface StreamedInput {
  /** Name or path; of a path only the folders that say whose log it is are kept. */
  readonly name: string
  /** What places and rejects call it where that is not the shortened name: on the own machine the path is no secret. */
  readonly label?: string
  /** In bytes; null where nobody knows before the end. */
  readonly size: number | null
  /** A piece may be overwritten as soon as the next one is asked for. */
  readonly stream: ReadableStream<Uint8Array>
}

export interface StreamProgress {
  readonly bytesRead: number
  readonly bytesTotal: number | null
  /** Lines of logs that have been read, in all files of an archive. */
  readonly lines: number
  /** Requests and refusals that were found in them. */
  readonly found: number
}

export interface StreamOptions extends ParseOptions {
  /** Ends the reading; streamInput then rejects with the signal's reason, and nothing is kept. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: StreamProgress) => void
  readonly limits?: InflateLimits
  /** How much of what is no log is held at once, in characters. */
  readonly mostAtOnce?: number
  /** What the host does with bytes; reading is then several times as fast, and gives the same. */
  readonly native?: NativeBytes
}

/** What is handed on at once; of a packed file so little that what it unpacks to can be held. */
const PIECE = 1024 * 1024
const PACKED_PIECE = 64 * 1024
/** After so many bytes others get their turn, and are told how far it is. */
const TURN = 2 * 1024 * 1024
const NATIVE_TURN = 8 * TURN

/**
 * Reads a file of any size: a log line by line, packed or not, an archive file by file, and anything else as parseInput
 * does. The result is that of parseInput on the same text. Never throws on content; rejects when the signal is aborted or
 * the stream fails.
 */
export async function streamInput(input: StreamedInput, options: StreamOptions): Promise<ParsedInput> {
  const { signal, onProgress } = options
  signal?.throwIfAborted()
  const reader = input.stream.getReader()
  const stop = () => void reader.cancel(signal?.reason).catch(() => undefined)
  signal?.addEventListener('abort', stop)
  try {
    const source = new Pieces(reader)
    const sink = sinkFor(await source.first(), input.label ?? labelOfPath(input.name), options)
    let bytesRead = 0
    const everyTurn = options.native ? NATIVE_TURN : TURN
    let turn = everyTurn
    const tell = () => onProgress?.({ bytesRead, bytesTotal: input.size, ...sink.soFar })
    for await (const piece of source.all()) {
      signal?.throwIfAborted()
      sink.push(piece)
      bytesRead += piece.length
      if (sink.stopped) break
      if (bytesRead < turn) continue
      turn = bytesRead + everyTurn
      tell()
      await yieldToEventLoop()
    }
    signal?.throwIfAborted()
    const read = sink.end()
    tell()
    return read
  } finally {
    signal?.removeEventListener('abort', stop)
    // What is left of a stream that was given up, or a connection behind it, is let go.
    await reader.cancel().catch(() => undefined)
  }
}

const beginsWith = (first: Uint8Array, ...bytes: readonly number[]) =>
  bytes.every((byte, index) => first[index] === byte)
const isGzip = (first: Uint8Array) => beginsWith(first, 0x1f, 0x8b)
/** PK 3 4; an empty archive has the end of its directory only. */
const isZip = (first: Uint8Array) =>
  beginsWith(first, 0x50, 0x4b, 3, 4) || beginsWith(first, 0x50, 0x4b, 5, 6)

/** Whether a file that begins with these bytes is packed, and its text has to be unpacked first. */
export const isPacked = (first: Uint8Array): boolean => isGzip(first) || isZip(first)

/** Says by its first bytes what a file is packed in. */
function sinkFor(
  first: Uint8Array,
  label: string,
  { zone, readAt, limits = DEFAULT_LIMITS, mostAtOnce, native }: StreamOptions,
): ByteSink {
  const count = new InflateCount(limits)
  const options = { zone, readAt }
  const text = () => new TextInput(label, options, mostAtOnce, native)
  if (isGzip(first)) return new GzipInput(label, text(), count)
  return isZip(first) ? new ZipInput(label, options, count) : text()
}

/** The bytes of a stream, of which the first four can be looked at before; those of a packed file in small pieces. */
class Pieces {
  private held: Uint8Array[] = []
  private isPacked = false

  constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {}

  async first(): Promise<Uint8Array> {
    let head = new Uint8Array()
    while (head.length < 4) {
      const { done, value } = await this.reader.read()
      if (done) break
      // What is held over another reading is a few bytes that need memory of their own.
      this.held = [...this.held.map((bytes) => bytes.slice()), value]
      head = Uint8Array.of(...head, ...value.subarray(0, 4))
    }
    this.isPacked = isPacked(head)
    return head
  }

  async *all(): AsyncGenerator<Uint8Array> {
    for (const bytes of this.held.splice(0)) yield* this.cut(bytes)
    for (;;) {
      const { done, value } = await this.reader.read()
      if (done) return
      yield* this.cut(value)
    }
  }

  private *cut(bytes: Uint8Array): Generator<Uint8Array> {
    const piece = this.isPacked ? PACKED_PIECE : PIECE
    for (let from = 0; from < bytes.length; from += piece) {
      const cut = bytes.subarray(from, from + piece)
      yield this.isPacked ? cut.slice() : cut // what unpacks them keeps them for a while
    }
  }
}

/** Lets a screen draw and a click be heard. */
const yieldToEventLoop = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

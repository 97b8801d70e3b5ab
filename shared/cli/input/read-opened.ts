import { looksLikeBundle } from '../../export/bundle/read-bundle.ts'
import { readInput, type ReadInput } from '../../intake.ts'
import { isPacked, streamInput } from '../../parse/stream-input.ts'
import { TextDecoding } from '../../parse/stream/text-decoding.ts'
import { withReplaced } from '../../parse/stream/with-refusal.ts'
import { looksEncrypted } from '../../export/bundle/encrypted-bundle.ts'
import type { Instant } from '../../time/instant.ts'
import type { InputArgument } from '../report-arguments.ts'
import type { OpenedFile } from './input-files.ts'
import { NODE_BYTES, nodeSha256 } from './node-bytes.ts'
import { openEncrypted, type Secrets } from './open-encrypted.ts'

/** A piece is asked for when it is wanted: reading ahead is the file's own, and its pieces are overwritten. */
const ONE_BY_ONE = { highWaterMark: 0 }

type Opened = Exclude<OpenedFile, { readonly reason: string }>

/** How much is looked at to tell whether it is a bundle of ours, which is read whole. */
const HEAD = 4096
/** What V8 can hold in one text, with room for what it is put into. */
const MAX_AT_ONCE = 500_000_000
const MEGABYTE = 1_000_000

/**
 * Reads a file, a log line by line and an archive file by file, so that it need not fit into memory. A bundle, and what
 * somebody said the time of, is read at once. `tell` is given how far it is.
 */
export async function readOpened(
  { stream, size }: Opened,
  { file, zone, takenAt }: InputArgument,
  readAt: Instant,
  tell: (share: string) => void,
  secrets: Secrets,
): Promise<ReadInput> {
  const { head, all } = await peek(stream)
  if (looksEncrypted(head)) return openEncrypted(await bytesOf(all), { file, zone }, secrets)
  const isBundle = looksLikeBundle(new TextDecoder().decode(head.subarray(0, HEAD)))
  if (isBundle || (takenAt !== null && !isPacked(head))) {
    const decoding = new TextDecoding()
    const body = await textOf(all, decoding)
    const read = readInput(
      { at: takenAt, via: 'file', input: file, source: null, body },
      { zone, readAt, sha256: nodeSha256 },
    )
    return withReplaced(read, file, decoding)
  }
  return streamInput(
    { name: file, label: file, size, stream: all },
    {
      zone,
      readAt,
      mostAtOnce: MAX_AT_ONCE,
      native: NODE_BYTES,
      onProgress: ({ bytesRead, bytesTotal }) => tell(shareText(bytesRead, bytesTotal)),
    },
  )
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value.slice())
  return Uint8Array.from(Buffer.concat(parts))
}

/** The text of all of it: UTF-8, or UTF-16 where a byte order mark says so. */
async function textOf(stream: ReadableStream<Uint8Array>, decoding: TextDecoding): Promise<string> {
  const texts: string[] = []
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read())
    texts.push(decoding.push(next.value))
  return [...texts, decoding.end()].join('')
}

function shareText(read: number, total: number | null): string {
  const done = `${Math.round(read / MEGABYTE)}`
  return total === null ? `: ${done} MB` : `: ${done} of ${Math.round(total / MEGABYTE)} MB`
}

/** The first bytes of a stream, and a stream that gives all of it. */
async function peek(
  stream: ReadableStream<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly all: ReadableStream<Uint8Array> }> {
  const reader = stream.getReader()
  const first = await reader.read()
  let isFirst = true
  const all = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = isFirst ? first : await reader.read()
        isFirst = false
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    ONE_BY_ONE,
  )
  return { head: first.value ?? new Uint8Array(), all }
}

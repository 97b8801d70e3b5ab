import { parseInput, type ParsedInput } from '../../../shared/parse/parse-input.ts'
import { streamInput, type StreamOptions } from '../../../shared/parse/stream-input.ts'
import { zoneOf } from '../log/given-log.ts'

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** The bytes as a stream of chunks that end at these places. */
export function streamOf(bytes: Uint8Array, ends: readonly number[] = []): ReadableStream<Uint8Array> {
  const cuts = [0, ...ends.filter((end) => end < bytes.length).toSorted((a, b) => a - b), bytes.length]
  let next = 1
  return new ReadableStream({
    pull(controller) {
      if (next >= cuts.length) return controller.close()
      controller.enqueue(bytes.slice(cuts[next - 1], cuts[next]))
      next += 1
      return undefined
    },
  })
}

interface Given extends Partial<StreamOptions> {
  readonly name?: string
  readonly ends?: readonly number[]
}

export async function read(
  bytes: Uint8Array,
  { name = 'a.log', ends, ...options }: Given = {},
): Promise<ParsedInput> {
  const input = { name, size: bytes.length, stream: streamOf(bytes, ends) }
  const { evidence, pieces } = await streamInput(input, { zone: zoneOf('Europe/Berlin'), ...options })
  return { evidence, pieces }
}

/** The same text read at once. */
export function readAtOnce(body: string, input = 'a.log'): ParsedInput {
  const raw = { at: null, via: 'file', input, source: null, body } as const
  const { evidence, pieces } = parseInput(raw, { zone: zoneOf('Europe/Berlin') })
  return { evidence, pieces }
}

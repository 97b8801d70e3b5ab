import type { FileHandle } from 'node:fs/promises'

/** Large enough that the disk is not asked for every page. */
const CHUNK = 512 * 1024

/**
 * The bytes of a file, which is closed at the end. While one piece is worked on the next is being read, into one of two
 * buffers in turn: a piece is overwritten once the next but one is read, which begins when the next is asked for.
 */
export function readAhead(file: FileHandle): ReadableStream<Uint8Array> {
  const buffers = [Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK)] as const
  let turn: 0 | 1 = 0
  const next = () => {
    turn = turn === 0 ? 1 : 0
    const reading = file.read(buffers[turn], 0, CHUNK, null)
    reading.catch(() => undefined) // who asks for the piece is told
    return reading
  }
  let reading: ReturnType<typeof next> | null = null
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { bytesRead, buffer } = await (reading ?? next())
          if (bytesRead === 0) {
            await file.close()
            return controller.close()
          }
          reading = next()
          controller.enqueue(buffer.subarray(0, bytesRead))
        } catch (error) {
          await file.close().catch(() => undefined)
          controller.error(error)
        }
      },
      async cancel() {
        await reading?.catch(() => undefined)
        await file.close()
      },
    },
    { highWaterMark: 0 },
  )
}

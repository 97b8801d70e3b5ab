import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { streamInput } from '../../shared/parse/stream-input.ts'
import { LineSplitter } from '../../shared/parse/stream/line-splitter.ts'
import { TextDecoding } from '../../shared/parse/stream/text-decoding.ts'
import { UTC } from '../../shared/time/zone.ts'

/** `read-log-child.ts stream|lines FILE`: reads a log in a process of its own, and says how long it took and how large it grew. */

const [mode, file = ''] = process.argv.slice(2)
const streamOf = () => Readable.toWeb(createReadStream(file, { highWaterMark: 64 * 1024 }))

/** Nothing but what any reader of lines does: read, decode, split. */
async function countLines(): Promise<object> {
  let lines = 0
  const decoding = new TextDecoding()
  const splitter = new LineSplitter({
    push: () => {
      lines += 1
    },
    refuseLine: () => {
      lines += 1
    },
  })
  for await (const bytes of createReadStream(file, { highWaterMark: 64 * 1024 }))
    splitter.push(decoding.push(bytes))
  splitter.end()
  return { lines }
}

async function readLog(): Promise<object> {
  const { size } = await stat(file)
  const { evidence } = await streamInput({ name: file, size, stream: streamOf() }, { zone: UTC })
  const { calls, errors, rejects } = evidence
  return { calls: calls.length, errors: errors.length, rejects: rejects.length }
}

const before = process.resourceUsage().maxRSS * 1024
const start = performance.now()
const counts = await (mode === 'stream' ? readLog() : countLines())
const ms = performance.now() - start
console.log(JSON.stringify({ ...counts, ms, before, peak: process.resourceUsage().maxRSS * 1024 }))

import { derivedEvents } from '../../export/otlp/derived-events.ts'
import { evidenceEvents } from '../../export/otlp/evidence-events.ts'
import type { LogEvent } from '../../export/otlp/log-event.ts'
import { BATCH, logRecord, otlpRequest, type OtlpSender } from '../../export/otlp/otlp-json.ts'
import { analyseInputs } from '../analyse-inputs.ts'
import { senderOf } from '../installation.ts'
import type { ExitStatus, World } from '../world.ts'
import { markOf, openCursor, type Cursor, type Taken } from './cursor.ts'
import { otlpTarget } from './otlp-environment.ts'
import type { OtlpTarget } from './otlp-target.ts'
import type { SendArguments } from './send-arguments.ts'
import { sendBatch } from './send-batch.ts'

/**
 * Posts what the address has not taken yet: evidence first, then what was concluded, the report at the very end, so that
 * an engine goes on believing the report before it until the new one is whole. Throws a UsageError.
 */
export async function runSend(request: SendArguments, world: World): Promise<ExitStatus> {
  const target = otlpTarget(world)
  const analysed = await analyseInputs(request, world)
  if (typeof analysed === 'number') return analysed
  const { report, evidence, status } = analysed
  const sender = await senderOf(request.account, world)
  const cursor = await openCursor(target, request.again, world)
  const line: Line = { target, sender, cursor, world, sent: 0 }
  const options = { account: sender.account, unmasked: request.unmasked }
  for (const { records, marks } of newBatches(evidenceEvents(report, evidence, options), cursor)) {
    const failed = await sendOne(records, { records: marks }, line)
    if (failed !== null) return failed
  }
  const { digest, events } = derivedEvents(report, sender.account)
  if (cursor.digests.get(sender.account) !== digest) {
    const records = events.map((event) => logRecord(event))
    for (let from = 0; from < records.length; from += BATCH) {
      const isLast = from + BATCH >= records.length
      const taken = isLast ? { account: sender.account, digest } : null
      const failed = await sendOne(records.slice(from, from + BATCH), taken, line)
      if (failed !== null) return failed
    }
  }
  world.progress(null)
  if (world.terminal.isOut) world.out(`${line.sent} records sent to ${target.shown}\n`)
  return status
}

/** What one run sends over. */
interface Line {
  readonly target: OtlpTarget
  readonly sender: OtlpSender
  readonly cursor: Cursor
  readonly world: World
  sent: number
}

/** Records that were not taken yet, a thousand at a time. */
function* newBatches(
  events: Iterable<LogEvent>,
  { records: taken }: Cursor,
): Generator<{ readonly records: readonly string[]; readonly marks: string[] }> {
  let records: string[] = []
  let marks: string[] = []
  for (const event of events) {
    const record = logRecord(event)
    const mark = markOf(record)
    if (taken.has(mark)) continue
    records.push(record)
    marks.push(mark)
    if (records.length < BATCH) continue
    yield { records, marks }
    records = []
    marks = []
  }
  if (records.length > 0) yield { records, marks }
}

/** Sends one request and notes that it was taken; where it was not, says so and gives the exit status. */
async function sendOne(
  records: readonly string[],
  taken: Taken | null,
  line: Line,
): Promise<ExitStatus | null> {
  const { target, sender, cursor, world } = line
  world.progress(`Sending to ${target.shown}: ${line.sent} records`)
  const sent = await sendBatch(target, otlpRequest(records, sender), world)
  if (sent.is !== 'taken') {
    world.progress(null)
    world.complain(
      `${target.shown}: ${sent.why}; ${line.sent} records were taken, ${
        sent.is === 'later' ? 'the next run goes on behind them' : 'the rest would be refused again'
      }`,
    )
    return sent.is === 'later' ? 75 : 1
  }
  if (sent.rejected > 0 || sent.message !== '')
    world.complain(
      `${target.shown} did not take ${sent.rejected} of ${records.length} records, which are not sent again: ${sent.message || 'it does not say why'}`,
    )
  line.sent += records.length
  if (taken !== null) await cursor.note(taken)
  return null
}

import type { Capture, CaptureSource, RawCapture } from '../../evidence/kinds/capture.ts'
import { groupBy } from '../../evidence/group-by.ts'
import { evidenceId } from '../../evidence/id.ts'
import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import type { Instant } from '../../time/instant.ts'
import { beginsLog } from '../log/log-head.ts'
import { captureOf } from './page-capture.ts'
import type { ParseContext } from '../parser.ts'
import { LogDigest } from '../stream/log-digest.ts'
import { digestOfText, LONGEST_AS_ITSELF } from '../text-digest.ts'

/**
 * The id of a capture: what was captured and when. Its name is a label: the same body saved under another name, or with
 * other line ends, is the same capture.
 */
export function captureId({ body, at }: RawCapture): string {
  const plain = body.startsWith('\uFEFF') ? body.slice(1) : body
  const text = (plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain).trimEnd()
  const isLongLog = text.length > LONGEST_AS_ITSELF && beginsLog(text)
  return captureIdOfDigest(isLongLog ? digestOfLog(text) : digestOfText(text), at)
}

function digestOfLog(text: string): string {
  const digest = new LogDigest()
  digest.push(text)
  return digest.end()
}

/** The same, where the text was digested as it came. */
export const captureIdOfDigest = (digest: string, at: Instant | null): string =>
  evidenceId('capture', digest, at)

/** Hands out the captures of one input: the input itself, and one more for each further page of rows in it. */
export class InputCaptures {
  private readonly pages: string[] = []

  constructor(private readonly context: ParseContext) {}

  /** The context for the next page of rows. Coverage joins pages by their rows, so two of them must not be one capture. */
  nextPage(): ParseContext {
    const { capture } = this.context
    const id = this.pages.length === 0 ? capture : evidenceId('capture', capture, this.pages.length)
    this.pages.push(id)
    return { ...this.context, capture: id }
  }

  /** All of them; `records` in the order in which they were read. */
  list(source: CaptureSource, records: readonly UsageRecord[]): Capture[] {
    const ids = [this.context.capture, ...this.pages.slice(1)]
    if (ids.length === 1) return [captureOf(this.context, source, records)]
    const own = byCapture(records)
    return ids.map((id) => captureOf({ ...this.context, capture: id }, source, own.get(id) ?? []))
  }
}

function byCapture(records: readonly UsageRecord[]): ReadonlyMap<string, readonly UsageRecord[]> {
  const seenIn = records.flatMap((record) =>
    [...new Set(record.origins.map(({ capture }) => capture))].map((capture) => ({ capture, record })),
  )
  return new Map(
    [...groupBy(seenIn, ({ capture }) => capture)].map(([capture, seen]) => [
      capture,
      seen.map(({ record }) => record),
    ]),
  )
}

import { logOfLine, reduceLogLine, type LogSource } from '../../parse/log/reduce/reduce-log-line.ts'
import { parseInput } from '../../parse/parse-input.ts'
import { labelOfPath } from '../../parse/stream/entry-label.ts'
import { MINUTE } from '../../time/duration.ts'
import { writeInstant, type Instant } from '../../time/instant.ts'
import { UTC, type KnownZone } from '../../time/zone.ts'
import { readNewLines, type TailPlace } from './log-tail.ts'

/** As long as a call may take; after that its end is not waited for. */
const LONGEST_CALL = 15 * MINUTE
/** More than this is not held back, whatever is open in it. */
const MAX_HELD = 5_000

/** A log that is followed: what of it has been read, and not been handed on yet. */
interface FollowedLog {
  place: TailPlace
  source: LogSource | null
  /** Lines that those after them are read by, handed on with each piece. */
  head: string[]
  held: string[]
  heldSince: Instant | null
}

/**
 * Follows logs of clients, also where they are rotated. Of each line it keeps what a reader reads of it, and hands on pieces
 * in which no call is open: a call that began in one capture and ended in another would be told as two.
 */
export class LogFollower {
  private readonly logs = new Map<string, FollowedLog>()

  /** `zone` is that of this machine, whose clock prints the times of kimi.log. */
  constructor(private readonly zone: KnownZone) {}

  /**
   * Reads what has been added to a file, and gives the lines of captures (NDJSON) that are complete. `last`: nothing more
   * will be read, so nothing is held back.
   */
  async read(path: string, now: Instant, last: boolean): Promise<readonly string[]> {
    const places = new Map([...this.logs].map(([key, { place }]) => [key, place]))
    const added = await readNewLines(path, places)
    if (!added) return []
    const known = this.logs.get(added.place.key)
    const log = known && !added.isNew ? known : newLog(added.place)
    log.place = added.place
    this.logs.set(added.place.key, log)
    for (const line of added.lines) take(log, line, now)
    return this.handOn(log, path, now, last)
  }

  private handOn(log: FollowedLog, path: string, now: Instant, last: boolean): readonly string[] {
    const { source, held, heldSince } = log
    if (source === null || held.length === 0 || heldSince === null) return []
    const body = `${[...log.head, ...held].join('\n')}\n`
    const mayWait = !last && held.length < MAX_HELD && now - heldSince < LONGEST_CALL
    if (mayWait && this.hasOpenCall(body, path)) return []
    log.held = []
    log.heldSince = null
    const capture = {
      at: writeInstant(now),
      source,
      via: 'file',
      input: labelOfPath(path),
      ...(source === 'kimi_log' && { zone: this.zone }),
      body,
    }
    return [JSON.stringify(capture)]
  }

  private hasOpenCall(body: string, path: string): boolean {
    const raw = { at: null, via: 'file', input: path, source: null, body } as const
    return parseInput(raw, { zone: UTC }).evidence.calls.some(({ outcome }) => outcome === 'unknown')
  }
}

const newLog = (place: TailPlace): FollowedLog => ({
  place,
  source: null,
  head: [],
  held: [],
  heldSince: null,
})

function take(log: FollowedLog, line: string, now: Instant): void {
  log.source ??= logOfLine(line)
  if (log.source === null) return
  const reduced = reduceLogLine(line, log.source)
  if (!reduced) return
  if (reduced.isHead) log.head.push(reduced.text)
  else {
    log.held.push(reduced.text)
    log.heldSince ??= now
  }
}

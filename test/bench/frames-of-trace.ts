/** One event of a trace, as far as it is looked at. Times in microseconds. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
}

/** Main thread, in milliseconds. */
export interface FrameTimes {
  readonly frames: number
  /** 95 frames of 100 take no more. */
  readonly p95: number
  readonly median: number
  /** Of the whole trace, with what follows the frames. */
  readonly longestTask: number
}

/** The mark behind the last frame that counts. */
export const FRAMES_END = 'frames end'

/**
 * What the main thread of the page did from the begin of each frame in which something moved to the next one's. Chromium
 * traces a task twice, by its scheduler inside of its thread, so only the outermost counts. And it begins frames in which
 * it finds nothing to do: they would be so many frames that took no time, so they belong to the frame before them.
 *
 *     begin        │           │ (nothing to do)   │
 *     RunTask     ├──────────┤ ├─┤                 ├─────
 *       ::RunTask ├─────────┤  ├┤                  ├────
 *       Paint           ├─┤                             ├─┤
 *     frames      ├───────────────────────────────┤├─────
 */
export function framesOfTrace(events: readonly TraceEvent[]): FrameTimes {
  const frames = events.filter(({ name }) => name === 'BeginMainThreadFrame')
  const busiest = mostCommon(frames.map(({ pid, tid }) => `${pid} ${tid}`))
  const own = events.filter(({ pid, tid }) => `${pid} ${tid}` === busiest).toSorted((a, b) => a.ts - b.ts)
  const end = own.find(({ name }) => name === FRAMES_END)?.ts ?? Number.POSITIVE_INFINITY
  const begins = movedBegins(own).filter((begin) => begin < end)
  const spent = begins.map(() => 0)
  let longest = 0
  for (const { ts, dur = 0, tdur } of outermostTasks(own)) {
    const time = (tdur ?? dur) / 1000
    longest = Math.max(longest, time)
    if (ts >= end) continue
    // a frame's task begins just before the frame does
    const index = begins.findLastIndex((begin) => begin <= ts + dur)
    if (index >= 0) spent[index] = (spent[index] ?? 0) + time
  }
  const sorted = spent.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { frames: begins.length, p95: at(0.95), median: at(0.5), longestTask: longest }
}

/** A canvas moves by a script, all else by being painted. */
const MOVES = ['FireAnimationFrame', 'Paint']

function movedBegins(own: readonly TraceEvent[]): readonly number[] {
  const moved: number[] = []
  let last: number | null = null
  for (const { name, ts } of own) {
    if (name === 'BeginMainThreadFrame') last = ts
    if (last === null || !MOVES.includes(name)) continue
    moved.push(last)
    last = null
  }
  return moved
}

function outermostTasks(own: readonly TraceEvent[]): readonly TraceEvent[] {
  const tasks = own.filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'))
  const outermost: TraceEvent[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const task of tasks.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    if (task.ts < end) continue
    outermost.push(task)
    end = task.ts + (task.dur ?? 0)
  }
  return outermost
}

function mostCommon(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

import type { Page } from '@playwright/test'

/** One event of a trace, as far as it is looked at. Times in microseconds. */
interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
  '__metadata',
]

export interface FrameTimes {
  readonly frames: number
  /** Main thread, in milliseconds: 95 frames of 100 take no more. */
  readonly p95: number
  readonly median: number
  readonly longestTask: number
}

/**
 * What the main thread did in each frame while `work` went on: all tasks from one frame's begin to the next's, with
 * input, script, style, layout and paint. Counted in the time that the thread ran, where the browser tells it: what else
 * runs on the machine is not the page's doing.
 */
export async function frameTimes(page: Page, work: () => Promise<void>): Promise<FrameTimes> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    // the protocol calls them objects; what is looked at of them is checked where it is read
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    events.push(...(value as unknown as TraceEvent[]))
  })
  const complete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve())
  })
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  })
  await work()
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return framesOf(events)
}

function framesOf(events: readonly TraceEvent[]): FrameTimes {
  const frames = events.filter(({ name }) => name === 'BeginMainThreadFrame')
  const busiest = mostCommon(frames.map(({ pid, tid }) => `${pid} ${tid}`))
  const own = (event: TraceEvent) => `${event.pid} ${event.tid}` === busiest
  const begins = frames
    .filter(own)
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b)
  const tasks = events.filter((event) => own(event) && event.ph === 'X' && event.name.endsWith('RunTask'))
  const spent = begins.map(() => 0)
  let longest = 0
  for (const { ts, dur = 0, tdur } of tasks) {
    const time = (tdur ?? dur) / 1000
    longest = Math.max(longest, time)
    // a frame's task begins just before the frame does
    const index = begins.findLastIndex((begin) => begin <= ts + dur)
    if (index >= 0) spent[index] = (spent[index] ?? 0) + time
  }
  const sorted = spent.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { frames: begins.length, p95: at(0.95), median: at(0.5), longestTask: longest }
}

function mostCommon(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

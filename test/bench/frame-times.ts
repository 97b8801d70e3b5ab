import type { Page } from '@playwright/test'
import { FRAMES_END, framesOfTrace, type FrameTimes, type TraceEvent } from './frames-of-trace.ts'

const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
  'blink.user_timing',
  '__metadata',
]

/**
 * What the main thread did in each frame while `work` went on: all tasks from one frame's begin to the next's, with
 * input, script, style, layout and paint. Counted in the time that the thread ran, where the browser tells it: what else
 * runs on the machine is not the page's doing. Frames of `after` are not counted, its longest task is.
 */
export async function frameTimes(
  page: Page,
  work: () => Promise<void>,
  after?: () => Promise<void>,
): Promise<FrameTimes> {
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
  if (after) {
    await page.evaluate((mark) => performance.mark(mark), FRAMES_END)
    await after()
  }
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return framesOfTrace(events)
}

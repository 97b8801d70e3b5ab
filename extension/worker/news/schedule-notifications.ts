import { SECOND } from '../../../shared/time/duration.ts'
import type { Worker } from '../worker.ts'
import { notifyNews } from './notify-news.ts'

/** A console page brings half a dozen captures at once: they are told of together. */
const SOON = 2 * SECOND
let planned = false

/** Tells news once for several captures in a row. A worker that dies before tells it at its next start. */
export function scheduleNotifications(worker: Worker): void {
  if (planned) return
  planned = true
  setTimeout(() => {
    planned = false
    void notifyNews(worker).catch(() => undefined) // the next capture, or the alarm, tries again
  }, SOON)
}

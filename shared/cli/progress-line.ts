import type { WriteStream } from 'node:tty'
import yoctoSpinner, { type Spinner } from 'yocto-spinner'
import { SECOND } from '../time/duration.ts'

/** What takes longer than this is worth a line; what is quicker would only flicker. */
const PATIENCE = SECOND / 2

/**
 * One line on a terminal that says what is going on, from half a second on, and is gone afterwards; null ends it. Where
 * nobody looks, nothing is written.
 */
export function progressLine(stream: WriteStream): (text: string | null) => void {
  let spinner: Spinner | null = null
  let waiting: NodeJS.Timeout | null = null
  let said = ''
  return (text) => {
    if (!stream.isTTY) return
    if (text === null) {
      if (waiting) clearTimeout(waiting)
      spinner?.stop()
      waiting = spinner = null
      return
    }
    said = text
    if (spinner) spinner.text = text
    else
      waiting ??= setTimeout(() => {
        spinner = yoctoSpinner({ text: said, stream }).start()
      }, PATIENCE).unref()
  }
}

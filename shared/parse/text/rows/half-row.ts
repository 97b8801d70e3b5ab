import type { Reason } from '../../../evidence/sentences/reasons.ts'
import { findRowTime } from './row-time.ts'

const UUID_START = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\w-])/i
const DEVICE_START = /^(?:login device|登录设备)(?!\w)/i
const CLIENT = /(?:^|\s)[\w.-]+\/\d[\w.+-]*/
const DATE = /\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}/
const BEFORE = /^[\s|`*•·–-]+/

/**
 * Why a line looks like a row of the history and cannot be read; null when it does not look like one. `page` is the line
 * of the row before it, where there is one; `last` says that the input ends here, as it does where copying was cut short.
 */
export function refuseRow(line: string, page: string | null, last: boolean): Reason | null {
  const text = line.replace(BEFORE, '').trim()
  if (text === '' || text.length > 400) return null
  const time = findRowTime(text)
  const begins = UUID_START.test(text) || DEVICE_START.test(text)
  if (time?.wall === null)
    return begins || page !== null || CLIENT.test(text) ? `there is no such time: ${time.text}` : null
  if (time) return begins && page !== null ? 'the columns of this row cannot be told apart' : null
  if (begins && DATE.test(text.replace(CLIENT, ' ')))
    return 'the time of this row is cut off, or written in a way that leaves its date open'
  if (begins && (CLIENT.test(text) || page !== null)) return 'half a row: the time is missing'
  if (page !== null && last && beginsAlike(text, page)) return 'half a row: it ends before its time'
  return null
}

/** Whether a line is the beginning of a row like the one before it: the same source, or part of a request id. */
function beginsAlike(text: string, page: string): boolean {
  const before = page.replace(BEFORE, '').trim()
  if (UUID_START.test(before))
    return /^[\da-f]{1,8}(?:-[\da-f]{0,12}){0,4}$/i.test(text) || before.slice(36).trim().startsWith(text)
  const time = findRowTime(before)
  const head = before.slice(0, time?.from ?? 0)
  return head.startsWith(text) || text.startsWith(head.trimEnd())
}

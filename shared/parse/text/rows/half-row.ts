import { sentenceFor } from '../../../evidence/sentences/sentence-for.ts'
import type { Sentence } from '../../../evidence/sentences/sentence.ts'
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
export function refuseRow(line: string, page: string | null, last: boolean): Sentence | null {
  const text = line.replace(BEFORE, '').trim()
  if (text === '' || text.length > 400) return null
  const time = findRowTime(text)
  const begins = UUID_START.test(text) || DEVICE_START.test(text)
  if (time?.wall === null)
    return begins || page !== null || CLIENT.test(text)
      ? sentenceFor('noSuchTime', { time: time.text })
      : null
  if (time) return begins && page !== null ? sentenceFor('rowColumns') : null
  if (begins && DATE.test(text.replace(CLIENT, ' '))) return sentenceFor('rowTime')
  if (begins && (CLIENT.test(text) || page !== null)) return sentenceFor('rowTimeMissing')
  if (page !== null && last && beginsAlike(text, page)) return sentenceFor('rowEndsEarly')
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

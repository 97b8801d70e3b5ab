import { awaitedResetSchema, type AwaitedReset } from '../../../shared/recorder/awaited-reset.ts'
import { isReset } from '../../../shared/recorder/is-reset.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import type { Language } from '../../../shared/time/format.ts'
import { wordingFor } from '../../../shared/wording/wording.ts'
import { latestAccount } from '../accounts/latest-account.ts'
import { latestSummary } from '../latest-summary.ts'
import { storedValue } from '../stored-value.ts'
import { readUsages } from '../usages/read-usages.ts'
import type { Worker } from '../worker.ts'
import { newsWords } from './news-words.ts'
import { noticeId } from './notice-id.ts'

export const AWAITED_ALARM = 'awaited-reset'
/** Kimi's clock and ours differ by seconds: a minute later the window that was full is over for both. */
const LATER = MINUTE

/** The reset that the user waits for; null for none. */
export const awaitedIn = ({ local }: Pick<Worker, 'local'>) =>
  storedValue<AwaitedReset | null>(local, 'awaited', awaitedResetSchema.nullable(), null)

/** Notes a reset and sets the alarm for it, or forgets the one before. */
export async function awaitReset(worker: Worker, reset: AwaitedReset | null): Promise<void> {
  await awaitedIn(worker).change(() => reset)
  await planAwaited(worker)
}

/** Sets the alarm for what is noted: alarms may be gone when the worker begins. */
export async function planAwaited(worker: Worker): Promise<void> {
  const reset = await awaitedIn(worker).read()
  if (reset) await chrome.alarms.create(AWAITED_ALARM, { when: reset.at + LATER })
  else await chrome.alarms.clear(AWAITED_ALARM)
}

/**
 * Tells of the reset, once: that it was seen, where a reading shows it (the user's key reads one first), or else only that
 * it was due. Forgotten before it is told, so that a worker that dies in between never tells it twice.
 */
export async function notifyAwaitedReset(worker: Worker, language: Language): Promise<void> {
  const { clock, local } = worker
  const awaited = await awaitedIn(worker).read()
  if (!awaited || clock.now() < awaited.at) return
  await readUsages(worker).catch(() => undefined)
  await awaitReset(worker, null)
  const account = await latestAccount(local)
  const { report } = await latestSummary(worker, account)
  const wording = wordingFor(language)
  const { title, text } = newsWords(language).awaited(isReset(report, awaited), {
    when: wording.times(clock.now(), clock.zone()).at(awaited.at),
    window: wording.window(awaited.window),
  })
  const id = noticeId({ kind: 'reset', subject: awaited.window, at: awaited.at, incident: null }, account)
  await chrome.notifications?.create(id, {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('extension/icons/mark-128.png'),
    title,
    message: text,
  })
}

import type { Reply } from './messages/messages.ts'
import { ownerOf, settleWaiting } from './worker/accounts/sign-in.ts'
import { answerMessage } from './worker/answer-message.ts'
import { recordingTrouble } from './worker/health/keep-trouble.ts'
import { readPending } from './worker/keep-capture.ts'
import { AWAITED_ALARM, notifyAwaitedReset, planAwaited } from './worker/news/await-reset.ts'
import { scheduleNotifications } from './worker/news/schedule-notifications.ts'
import { uiLanguage } from './worker/news/ui-language.ts'
import { placeOfNotice } from './worker/news/notice-id.ts'
import { openConsole, openFirstPage } from './worker/open-console.ts'
import { recorderOfAlarm } from './worker/recorder/plan-recorder.ts'
import { reportAlarm, reportTabClosed, reportTabReplaced } from './worker/recorder/report-to-recorder.ts'
import { wakeRecorders } from './worker/recorder/wake-recorders.ts'
import { reduceKept } from './worker/reduce-kept.ts'
import { tidyUp } from './worker/tidy-up.ts'
import { USAGES_ALARM } from './worker/usages/plan-usages.ts'
import { readUsages } from './worker/usages/read-usages.ts'
import { createWorker } from './worker/worker.ts'

/*
 * The service worker: only wires. It may be killed at any moment and holds no state: evidence is in IndexedDB, all else in
 * the extension's storage. All imports are static, since a service worker may not import later; all listeners are added
 * before the first await, or the event that started the worker would pass by.
 */
const worker = createWorker()

const CATCH_UP = 'catch-up'
const TIDY_UP = 'tidy-up'
const ALARMS = [
  [CATCH_UP, 5],
  [TIDY_UP, 6 * 60],
] as const

/** What an earlier life of the worker wrote down and did not get to; what fails now is tried again by the alarm. */
const catchUp = async () => {
  scheduleNotifications(worker)
  await readUsages(worker).catch(() => undefined)
  await recordingTrouble(worker, () =>
    readPending(worker.store, worker.clock.now(), async (label, evidence) => ({
      account: await ownerOf(worker, label, evidence),
      evidence,
    })),
  ).catch(() => undefined)
  // afterwards: what waited to be read may say whose the others are
  await settleWaiting(worker).catch(() => undefined)
  // not waited for: it may have a week of captures to read, and a page waits for an answer meanwhile
  void reduceKept(worker).catch(() => undefined)
}
const begin = async () => {
  // Keys and settings are no business of content scripts (docs/threat-model.md).
  // Firefox does not know this; there nothing of that kind is kept, since no key can be entered.
  await chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
  for (const [name, periodInMinutes] of ALARMS)
    // setting it anew would put it off: a worker that begins every minute would never see it
    if (!(await chrome.alarms.get(name))) await chrome.alarms.create(name, { periodInMinutes })
  await wakeRecorders(worker)
  await planAwaited(worker)
  await catchUp()
}
const ready = begin().catch(() => undefined)

chrome.runtime.onMessage.addListener((message: unknown, sender, respond: (reply: Reply) => void) => {
  ready
    .then(() => answerMessage(worker, message, sender))
    .then(respond, (error: unknown) => {
      // no acknowledgement: the content script keeps the capture, and tries again
      respond({ ok: false, again: true, reason: error instanceof Error ? error.message : String(error) })
    })
  return true // the answer comes later
})

chrome.alarms.onAlarm.addListener(({ name }) => {
  const site = recorderOfAlarm(name)
  if (site !== null) void ready.then(() => reportAlarm(worker, site))
  else if (name === USAGES_ALARM) void ready.then(() => readUsages(worker).catch(() => undefined))
  else if (name === AWAITED_ALARM) void ready.then(() => notifyAwaitedReset(worker, uiLanguage()))
  else if (name === CATCH_UP) void ready.then(catchUp)
  else if (name === TIDY_UP) void ready.then(() => recordingTrouble(worker, () => tidyUp(worker)))
})

// Not on an update: nobody asked for it.
chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void openFirstPage()
})

chrome.tabs.onReplaced.addListener((tab, old) => {
  void ready.then(() => reportTabReplaced(worker, tab, old))
})

chrome.tabs.onRemoved.addListener((tab) => {
  void ready.then(() => reportTabClosed(worker, tab))
})

// Not there until the user allows notifications, and then from one moment to the next.
const listenToNotices = () =>
  chrome.notifications?.onClicked.addListener((id) => {
    const { place, account } = placeOfNotice(id)
    void openConsole(place, account)
    void chrome.notifications.clear(id)
  })
listenToNotices()
chrome.permissions.onAdded.addListener(({ permissions }) => {
  if (permissions?.includes('notifications')) listenToNotices()
})

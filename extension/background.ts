import { NO_EVIDENCE } from '../shared/evidence/evidence.ts'
import { evidenceOf } from '../shared/store/read-evidence.ts'
import { openStore } from '../shared/store/open-store.ts'
import { systemClock } from '../shared/time/clock.ts'
import type { Language } from '../shared/time/format.ts'
import { readMessage, type ReceivedMessage } from './messages/read-message.ts'
import type { Reply } from './messages/messages.ts'
import { accountIdIn, accountLabel } from './worker/account-label.ts'
import { installationKey } from './worker/installation-key.ts'
import { keepCapture, readPending } from './worker/keep-capture.ts'
import { latestAccount, noteLatestAccount } from './worker/latest-account.ts'
import { keepLook, lookOf } from './worker/looks.ts'
import { openConsole } from './worker/open-console.ts'
import { noteRefused } from './worker/refused-count.ts'
import { moveAccount } from './worker/move-account.ts'
import { overlayOf } from './worker/overlay-of.ts'
import { isProvisional, signInsIn } from './worker/sign-ins.ts'
import { isOwnPage, isTrustedSender } from './worker/trusted-sender.ts'

/*
 * The service worker. It may be killed at any moment and holds no state: evidence is in IndexedDB, sign-ins are in session
 * storage. All imports are static, since a service worker may not import later.
 */
const store = openStore()
const signIns = signInsIn(chrome.storage.session)
const pending = readPending(store)

chrome.runtime.onMessage.addListener((message: unknown, sender, respond: (reply: Reply) => void) => {
  const received = readMessage(message)
  const trusted = isTrustedSender(sender, chrome.runtime.id)
  const allowed = trusted || (isOwnPage(sender, chrome.runtime.id) && received?.kind === 'overlay')
  if (!received || !allowed) {
    respond({ ok: false, again: false, reason: 'not a message of ours' })
    return false
  }
  handle(received, sender).then(respond, (error: unknown) => {
    // no acknowledgement: the content script keeps the capture, and tries again
    respond({ ok: false, again: true, reason: error instanceof Error ? error.message : String(error) })
  })
  return true // the answer comes later
})

const READ_PENDING = 'read-pending'
void chrome.alarms.create(READ_PENDING, { periodInMinutes: 5 })
chrome.alarms.onAlarm.addListener(({ name }) => {
  // A capture whose reading failed (a full disk, say) is written down: try again without waiting for the next page.
  if (name === READ_PENDING) void readPending(store)
})

async function handle(message: ReceivedMessage, sender: chrome.runtime.MessageSender): Promise<Reply> {
  await pending
  switch (message.kind) {
    case 'capture':
      return capture(message, sender)
    case 'refused':
      await noteRefused(chrome.storage.local, message.count)
      return { ok: true }
    case 'open_console':
      await openConsole(message.place ?? null)
      return { ok: true }
    case 'look':
      return { ok: true, look: await lookOf(chrome.storage.local, message.viewport) }
    case 'keep_look':
      await keepLook(chrome.storage.local, message.viewport, message.look)
      return { ok: true }
    case 'overlay':
      return { ok: true, overlay: await overlay(sender, message.language) }
    default:
      return message satisfies never
  }
}

async function capture(
  { id, at, method, body }: Extract<ReceivedMessage, { readonly kind: 'capture' }>,
  { tab, url }: chrome.runtime.MessageSender,
): Promise<Reply> {
  const tabId = tab?.id ?? chrome.tabs.TAB_ID_NONE
  if (method === 'GetCurrentUser') {
    const accountId = accountIdIn(body)
    if (accountId !== null) await signIn(tabId, accountId)
    return { ok: true }
  }
  const account = await signIns.accountOf(tabId)
  const page = new URL(url ?? 'about:blank')
  await keepCapture(store, account, { id, at, source: method, input: `${page.origin}${page.pathname}`, body })
  await noteLatestAccount(chrome.storage.local, account)
  return { ok: true }
}

/** What the tab showed before it said who is signed in was of the same sign-in: it moves to the account. */
async function signIn(tabId: number, accountId: string): Promise<void> {
  const account = await accountLabel(accountId, await installationKey(chrome.storage.local))
  const before = await signIns.accountOf(tabId)
  await signIns.note(tabId, account)
  if (isProvisional(before)) await moveAccount(store, before, account)
  await noteLatestAccount(chrome.storage.local, account)
}

/** The strip of a tab's account; the popup, which belongs to no account, shows the one that was captured last. */
async function overlay(sender: chrome.runtime.MessageSender, language: Language) {
  const tab = isOwnPage(sender, chrome.runtime.id) ? null : sender.tab?.id
  const account = await (typeof tab === 'number'
    ? signIns.accountOf(tab)
    : latestAccount(chrome.storage.local))
  const evidence = account === null ? NO_EVIDENCE : await evidenceOf(store, account)
  return overlayOf(evidence, systemClock.now(), systemClock.zone(), language)
}

import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { siteOf, type Site } from '../../../shared/recorder/sites.ts'
import type { Sender } from '../sender.ts'
import type { Worker } from '../worker.ts'
import { dispatchRecorderEvent } from './dispatch-recorder-event.ts'
import { isSuspended } from './recorder-tab.ts'
import { recorderOf, recordersIn } from './recorders.ts'

/** A console page that was kept: in the recorder's own tab it is the read that it waits for. */
export async function reportRead(worker: Worker, sender: Sender, evidence: Evidence): Promise<void> {
  const tab = sender.tab?.id
  const site = siteOf(sender.url ?? '')
  if (tab === undefined || site === null) return
  await reportSeen(worker, sender)
  const own = await recorderOf(worker.local, tab)
  if (own === null) await dispatchRecorderEvent(worker, site, { kind: 'read_by_user' })
  else await dispatchRecorderEvent(worker, own, { kind: 'read', page: pageOf(evidence) })
}

/** Ids of the rows in the order of the page, newest first. */
const pageOf = ({ captures }: Evidence) => captures.flatMap(({ recordIds }) => recordIds)

/** A call of the page's own was refused. */
export async function reportRefused(worker: Worker, { tab }: Sender, status: number): Promise<void> {
  const own = tab?.id === undefined ? null : await recorderOf(worker.local, tab.id)
  if (own !== null) await dispatchRecorderEvent(worker, own, { kind: 'refused', status })
}

/** A page asks to sign in. */
export async function reportSignedOut(worker: Worker, { tab }: Sender): Promise<void> {
  const own = tab?.id === undefined ? null : await recorderOf(worker.local, tab.id)
  if (own !== null) await dispatchRecorderEvent(worker, own, { kind: 'signed_out' })
}

/** Whoever is in front of a console page is there. */
async function reportSeen(worker: Worker, { tab, url }: Sender): Promise<void> {
  const site = siteOf(url ?? '')
  if (site !== null && tab?.active === true) await dispatchRecorderEvent(worker, site, { kind: 'seen' })
}

/**
 * The recorder's alarm. Before a visit counts as unanswered the browser is asked whether it holds the tab. It would also
 * tell by itself (`tabs.onUpdated`), but wake the worker for each page of any tab then.
 */
export async function reportAlarm(worker: Worker, site: Site): Promise<void> {
  const { phase, tab } = (await recordersIn(worker.local).read())[site]
  const heldUp = phase === 'reading' && tab !== null && (await isSuspended(tab))
  await dispatchRecorderEvent(worker, site, { kind: heldUp ? 'held_up' : 'alarm' })
}

/** The browser has put a tab in the place of another; the recorder goes on with the new one, if the old was its own. */
export async function reportTabReplaced(worker: Worker, tab: number, old: number): Promise<void> {
  const own = await recorderOf(worker.local, old)
  if (own !== null) await dispatchRecorderEvent(worker, own, { kind: 'tab_replaced', tab })
}

/** A tab is gone; only if it was a recorder's own does that matter. */
export async function reportTabClosed(worker: Worker, tab: number): Promise<void> {
  const own = await recorderOf(worker.local, tab)
  if (own !== null) await dispatchRecorderEvent(worker, own, { kind: 'tab_closed' })
}

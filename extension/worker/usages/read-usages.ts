import {
  afterAnswer,
  mayAsk,
  usagesAddress,
  type UsagesReader,
} from '../../../shared/recorder/usages-reader.ts'
import { SECOND } from '../../../shared/time/duration.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { accountIdIn, accountLabel } from '../accounts/account-label.ts'
import { installationKey } from '../accounts/installation-key.ts'
import { recordingTrouble } from '../health/keep-trouble.ts'
import { noteLastCapture } from '../health/last-captures.ts'
import { keepCapture } from '../keep-capture.ts'
import { scheduleNotifications } from '../news/schedule-notifications.ts'
import { settingsIn } from '../settings.ts'
import type { Worker } from '../worker.ts'
import { planUsages } from './plan-usages.ts'
import { usagesKey, usagesReader } from './usages-key.ts'

/** As long as Kimi's own client waits (docs/kimi.md#usages). */
const LONGEST_WAIT = 8 * SECOND
/** A body is about two kilobytes. */
const LONGEST_BODY = 200_000

/**
 * Reads the meters with the user's key, if it is time. The attempt is written down before it is made: a worker that dies
 * meanwhile does not ask again within five minutes.
 */
export async function readUsages(worker: Worker): Promise<void> {
  const { local, clock } = worker
  const key = await usagesKey(local).read()
  const known = await usagesReader(local).read()
  const now = clock.now()
  if (key === null || known === null || !mayAsk(known, now)) return planUsages(known, now)
  if ((await settingsIn(local).read()).paused) return planUsages(known, now)
  const attempt = await change(worker, (reader) =>
    afterAnswer(reader, { status: null, retryAfter: null }, now),
  )
  if (!attempt) return
  if (!(await chrome.permissions.contains({ origins: [`https://${known.host}/*`] }))) {
    await planUsages(await change(worker, (reader) => ({ ...reader, state: 'not_allowed', due: null })), now)
    return
  }
  const { answer, body } = await ask(known, key)
  await planUsages(
    await change(worker, (reader) => afterAnswer({ ...reader, interval: known.interval }, answer, now)),
    now,
  )
  if (body !== null) await keep(worker, known, body, now)
}

const change = ({ local }: Worker, to: (reader: UsagesReader) => UsagesReader) =>
  usagesReader(local).change((known) => known && to(known))

/** The one call that the extension makes by itself, and only with a key that the user entered for it. */
async function ask({ host }: UsagesReader, key: string) {
  try {
    const response = await fetch(usagesAddress(host), {
      headers: { Authorization: `Bearer ${key}`, Accept: 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(LONGEST_WAIT),
    })
    const text = response.ok ? await response.text() : null
    const body = text !== null && text.length <= LONGEST_BODY ? text : null
    return { answer: { status: response.status, retryAfter: response.headers.get('Retry-After') }, body }
  } catch {
    return { answer: { status: null, retryAfter: null }, body: null } // no network, or no answer in time
  }
}

/** A reading that says whose it is goes to that account, reduced as a console's is; any other to the one chosen. */
async function keep(
  worker: Worker,
  { host, account }: UsagesReader,
  body: string,
  at: Instant,
): Promise<void> {
  const accountId = accountIdIn(body)
  const owner =
    accountId === null ? account : await accountLabel(accountId, await installationKey(worker.local))
  const handed = {
    id: crypto.randomUUID(),
    at,
    via: 'api',
    source: 'usages',
    input: usagesAddress(host),
    body,
  } as const
  const evidence = await recordingTrouble(worker, () =>
    keepCapture(worker.store, owner, handed, worker.clock.now()),
  )
  await noteLastCapture(worker.local, 'usages', at, evidence)
  scheduleNotifications(worker)
}

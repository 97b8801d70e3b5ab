import { openStore } from '../../shared/store/database/open-store.ts'
import { putRaw, settleRaw, unreadRaw } from '../../shared/store/raw/raw-queue.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { instant } from '../../shared/time/instant.ts'

/* Runs in a page of the extension: captured texts as earlier versions kept them, and what has become of them. */

const ACCOUNT = 'me'
/** Under a name that no reader knows: reducing takes it away. */
const PLANTED = 'PLANTED'

/** Texts of so many minutes, from one minute on, that were read by a version that made nothing of them. */
export async function writeEarlierTexts(from: number, count: number): Promise<void> {
  const store = openStore()
  for (let minute = from; minute < from + count; minute += 1) {
    const id = `text ${String(minute).padStart(6, '0')}`
    const detail = { limit: '100', used: String(minute % 100) }
    await putRaw(store, ACCOUNT, id, {
      at: instant(Date.UTC(2026, 0, 1) + minute * MINUTE),
      via: 'page',
      input: 'console',
      source: 'GetUsages',
      body: JSON.stringify({
        usages: [{ scope: 'FEATURE_CODING', detail, owner: `${PLANTED} ${minute}` }],
      }),
    })
    await settleRaw(store, id)
  }
  store.close()
}

/** What is there: texts, those that are not reduced yet, those that were given up, and the readings that are in them. */
export async function earlierTextsKept() {
  const store = openStore()
  const texts = await store.raw.toArray()
  const { snapshots } = await evidenceOf(store, ACCOUNT)
  const { count: setAside } = await unreadRaw(store, 0)
  store.close()
  const planted = texts.filter(({ raw }) => raw.body.includes(PLANTED)).length
  return { texts: texts.length, planted, setAside, readings: snapshots.length }
}

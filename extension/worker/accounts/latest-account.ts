import { z } from '../../../shared/parse/zod.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'

const label: z.ZodType<string | null> = z.string().nullable()
const LATEST = 'latestAccount'
const latest = (area: StorageArea) => storedValue(area, LATEST, label, null)

/** The account whose console was captured last; null before the first capture. */
export const latestAccount = (area: StorageArea): Promise<string | null> => latest(area).read()

/** Calls back when another account is captured. Returns how to stop. */
export function followLatestAccount(onAccount: (account: string) => void): () => void {
  const changed = (changes: Readonly<Record<string, chrome.storage.StorageChange>>) => {
    const { data } = label.safeParse(changes[LATEST]?.newValue ?? null)
    if (data) onAccount(data)
  }
  chrome.storage.local.onChanged.addListener(changed)
  return () => chrome.storage.local.onChanged.removeListener(changed)
}

export const noteLatestAccount = (area: StorageArea, account: string) =>
  latest(area).change((known) => (known === account ? known : account))

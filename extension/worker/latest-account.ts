import { z } from '../../shared/parse/zod.ts'

const NAME = 'latestAccount'

/** The account whose console was captured last; null before the first capture. */
export const latestAccount = async (area: chrome.storage.StorageArea): Promise<string | null> =>
  z.string().safeParse((await area.get(NAME))[NAME]).data ?? null

export const noteLatestAccount = (area: chrome.storage.StorageArea, account: string): Promise<void> =>
  area.set({ [NAME]: account })

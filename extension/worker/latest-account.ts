import { z } from '../../shared/parse/zod.ts'

const NAME = 'latestAccount'

/** The account whose console was captured last; what the popup shows. */
export const latestAccount = async (area: chrome.storage.StorageArea): Promise<string> =>
  z.string().safeParse((await area.get(NAME))[NAME]).data ?? 'unassigned'

export const noteLatestAccount = (area: chrome.storage.StorageArea, account: string): Promise<void> =>
  area.set({ [NAME]: account })

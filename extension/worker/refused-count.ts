import { z } from '../../shared/parse/zod.ts'

const NAME = 'refused'

/** Adds to the number of things that a page handed us and that were refused (wrong port, shape, size or rate). */
export async function noteRefused(area: chrome.storage.StorageArea, count: number): Promise<void> {
  const known = z.number().safeParse((await area.get(NAME))[NAME]).data ?? 0
  await area.set({ [NAME]: known + count })
}

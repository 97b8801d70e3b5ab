import { z } from '../../shared/parse/zod.ts'
import { lookSchema, type Look, type Viewport } from '../messages/look.ts'

const NAME = 'looks'
const stored = z.record(z.string(), lookSchema.nullable().catch(null))

/** How the reader left the strip in windows of that width; null where never touched, or not to be read. */
export async function lookOf(area: chrome.storage.StorageArea, viewport: Viewport): Promise<Look | null> {
  return (await read(area))[viewport] ?? null
}

export async function keepLook(
  area: chrome.storage.StorageArea,
  viewport: Viewport,
  look: Look,
): Promise<void> {
  await area.set({ [NAME]: { ...(await read(area)), [viewport]: look } })
}

const read = async (area: chrome.storage.StorageArea) =>
  stored.safeParse((await area.get(NAME))[NAME]).data ?? {}

import { z } from '../../shared/parse/zod.ts'
import { lookSchema, type Look, type Viewport } from '../messages/look.ts'
import { storedValue, type StorageArea } from './stored-value.ts'

const stored: z.ZodType<Readonly<Record<string, Look | null>>> = z.record(
  z.string(),
  lookSchema.nullable().catch(null),
)
const looks = (area: StorageArea) => storedValue(area, 'looks', stored, {})

/** How the reader left the strip in windows of that width; null where never touched, or not to be read. */
export const lookOf = async (area: StorageArea, viewport: Viewport): Promise<Look | null> =>
  (await looks(area).read())[viewport] ?? null

export const keepLook = (area: StorageArea, viewport: Viewport, look: Look) =>
  looks(area).change((known) => ({ ...known, [viewport]: look }))

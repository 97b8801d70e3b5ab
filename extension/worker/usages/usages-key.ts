import { z } from '../../../shared/parse/zod.ts'
import { usagesReaderSchema, type UsagesReader } from '../../../shared/recorder/usages-reader.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'

const text: z.ZodType<string | null> = z.string().nullable()

/** The user's key. Nothing but `read-usages.ts` reads it: it goes to one address, and nowhere else. */
export const usagesKey = (area: StorageArea) => storedValue(area, 'usagesKey', text, null)

const reader: z.ZodType<UsagesReader | null> = usagesReaderSchema.nullable()

/** How reading with the key goes; null where there is no key. */
export const usagesReader = (area: StorageArea) => storedValue(area, 'usagesReader', reader, null)

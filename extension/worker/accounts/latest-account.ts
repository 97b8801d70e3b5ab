import { z } from '../../../shared/parse/zod.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'

const label: z.ZodType<string | null> = z.string().nullable()
const latest = (area: StorageArea) => storedValue(area, 'latestAccount', label, null)

/** The account whose console was captured last; null before the first capture. */
export const latestAccount = (area: StorageArea): Promise<string | null> => latest(area).read()

export const noteLatestAccount = (area: StorageArea, account: string) =>
  latest(area).change((known) => (known === account ? known : account))

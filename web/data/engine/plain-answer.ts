import { plainRecord } from '../../../shared/evidence/kinds/usage-record.ts'
import { StoredRecord } from '../../../shared/store/columns/stored-record.ts'

/** An answer as it can cross to another thread: rows that are read from their columns become objects of their own. */
export function plainAnswer(value: unknown): unknown {
  if (value instanceof StoredRecord) return plainRecord(value)
  if (Array.isArray(value)) return value.map(plainAnswer)
  return isPlain(value)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plainAnswer(each)]))
    : value
}

/** Not a Blob, a Map or a typed array: they cross as they are. */
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

import { plainRecord } from '../../../shared/evidence/usage-record.ts'
import { StoredRecord } from '../../../shared/store/stored-record.ts'

/** An answer as it can cross to another thread: rows that are read from their columns become objects of their own. */
export function plainAnswer(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  if (value instanceof StoredRecord) return plainRecord(value)
  if (Array.isArray(value)) return value.map(plainAnswer)
  if (value instanceof Map || value instanceof Set) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plainAnswer(each)]))
}

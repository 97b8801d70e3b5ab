import { LONGEST_ANSWER, type Answer } from './handover.ts'
import { READ_METHODS } from './read-methods.ts'

const METHODS: ReadonlySet<unknown> = new Set(Object.values(READ_METHODS))

/** Reads what came through the port: wrong shape or size gives null. No library, since this runs on every page load. */
export function readAnswer(data: unknown): Answer | null {
  if (typeof data !== 'object' || data === null) return null
  if (!('method' in data && 'ok' in data && 'status' in data && 'text' in data)) return null
  const { method, ok, status, text } = data
  if (!isMethod(method) || typeof ok !== 'boolean' || !isStatus(status) || typeof text !== 'string')
    return null
  return text.length <= LONGEST_ANSWER ? { method, ok, status, text } : null
}

const isStatus = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 599

const isMethod = (value: unknown): value is Answer['method'] => METHODS.has(value)

import { LONGEST_ANSWER, type Answer } from './handover.ts'
import { READ_METHODS } from './read-methods.ts'

const METHODS: ReadonlySet<unknown> = new Set(Object.values(READ_METHODS))

/** Reads what came through the port: wrong shape or size gives null. No library, since this runs on every page load. */
export function readAnswer(data: unknown): Answer | null {
  if (typeof data !== 'object' || data === null) return null
  if (!('method' in data && 'ok' in data && 'text' in data)) return null
  const { method, ok, text } = data
  if (!isMethod(method) || typeof ok !== 'boolean' || typeof text !== 'string') return null
  return text.length <= LONGEST_ANSWER ? { method, ok, text } : null
}

const isMethod = (value: unknown): value is Answer['method'] => METHODS.has(value)

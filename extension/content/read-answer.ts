import { LONGEST_ANSWER, type Answer } from './handover.ts'
import { READ_METHODS } from './read-methods.ts'

const METHODS: ReadonlySet<unknown> = new Set(Object.values(READ_METHODS))

/** An answer with its text. */
export type CopiedAnswer = Answer & { readonly text: string }

/** Reads what came through the port: wrong shape or size gives null. No library, since this runs on every page load. */
export function readAnswer(data: unknown): CopiedAnswer | null {
  if (typeof data !== 'object' || data === null) return null
  if (!('method' in data && 'status' in data && 'text' in data)) return null
  const { method, status, text } = data
  if (!isMethod(method) || !isStatus(status) || typeof text !== 'string') return null
  return text.length <= LONGEST_ANSWER ? { method, status, text } : null
}

const isMethod = (value: unknown): value is Answer['method'] => METHODS.has(value)

const isStatus = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 599

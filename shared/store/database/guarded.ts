import type { Store } from './store.ts'
import { StoreError, type StoreErrorKind } from './store-error.ts'

/** Runs a database operation; any failure becomes a StoreError. Usable in live queries, as it only awaits. */
export async function guarded<Result>(store: Store, work: () => PromiseLike<Result>): Promise<Result> {
  store.tryAgain()
  try {
    return await work()
  } catch (error) {
    throw asStoreError(store, error)
  }
}

const KINDS: ReadonlyMap<string, StoreErrorKind> = new Map([
  ['QuotaExceededError', 'full'],
  ['VersionError', 'newer'],
  ['DatabaseClosedError', 'closed'],
])

function asStoreError(store: Store, error: unknown): StoreError {
  const causes = causesOf(error)
  const own = causes.find((cause) => cause instanceof StoreError)
  if (own) return own
  const names = causes.map((cause) => cause.name)
  const kind = names.map((name) => KINDS.get(name)).find((known) => known !== undefined) ?? 'failed'
  const why = kind === 'closed' ? store.whyClosed() : null
  if (why) return why
  return new StoreError(kind, firstLine(causes[0]?.message ?? String(error)), error)
}

/** Dexie repeats the wrapped message on further lines. */
const firstLine = (text: string) => text.split('\n')[0] ?? ''

/** An error and what Dexie wrapped into it, outermost first. */
function causesOf(error: unknown): readonly Error[] {
  const found: Error[] = []
  let next: unknown = error
  while (isError(next) && !found.includes(next)) {
    found.push(next)
    next = wrapped(next)
  }
  return found
}

/** Dexie keeps the cause of an abort in `inner`, that of a bulk operation in `failures`. */
function wrapped(error: Error): unknown {
  if ('inner' in error && error.inner) return error.inner
  if ('failures' in error && Array.isArray(error.failures)) return error.failures[0]
  return error.cause
}

// Errors of the browser are DOMExceptions, which need not be of our realm's Error.
const isError = (value: unknown): value is Error =>
  value instanceof Error || (typeof DOMException !== 'undefined' && value instanceof DOMException)

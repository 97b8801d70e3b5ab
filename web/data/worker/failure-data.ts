import { StoreError, type StoreErrorKind } from '../../../shared/store/database/store-error.ts'

/** An error as plain data, for another thread. */
export interface FailureData {
  readonly name: string
  readonly message: string
  /** What was wrong with the database; null where that was not the reason. */
  readonly store: StoreErrorKind | null
}

export function failureData(thrown: unknown): FailureData {
  if (thrown instanceof StoreError) return { name: thrown.name, message: thrown.message, store: thrown.kind }
  if (thrown instanceof Error) return { name: thrown.name, message: thrown.message, store: null }
  return { name: 'Error', message: String(thrown), store: null }
}

/** The error that the data was made of, as far as anybody looks at it. */
export function errorOf({ name, message, store }: FailureData): Error {
  const error = store === null ? new Error(message) : new StoreError(store)
  error.name = name
  error.message = message
  return error
}

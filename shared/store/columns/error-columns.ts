import type { ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import type { Codec } from '../segments/codec.ts'

/** The errors of one day: few, and each with a text of its own, so they are kept as they are. */
export interface ErrorColumns {
  readonly errors: readonly ErrorObservation[]
}

export const errorCodec: Codec<ErrorObservation, ErrorColumns> = {
  pack: (errors) => ({ errors }),
  open: ({ errors }) => ({
    length: errors.length,
    idAt: (row) => at(errors, row).id,
    itemAt: (row) => at(errors, row),
  }),
}

function at(errors: readonly ErrorObservation[], row: number): ErrorObservation {
  const error = errors[row]
  if (!error) throw new RangeError(`no error in row ${row}`)
  return error
}

import type { ErrorObservation } from '../../../evidence/kinds/error-observation.ts'
import { camelKeys } from '../../json/camel-keys.ts'
import { text } from '../../json/leaf.ts'
import type { ParseContext, Parsed } from '../../parser.ts'
import { errorOf } from '../../text/errors/error-observation.ts'
import { z } from '../../zod.ts'
import type { LineFormat, LineReader } from '../line-format.ts'
import { readNodeError } from '../provider-error.ts'
import { count } from './wire-cli.schema.ts'
import { readWireLine } from './wire-line.ts'

const RETRYING = /^\{"role": ?"meta", ?"type": ?"turn\.step\.retrying"/

const retryingSchema = z.object({ errorMessage: text, statusCode: count })

/** Reads the tries that were refused out of what kimi-code prints with `--output-format stream-json`. They have no time. */
class StreamJsonReader implements LineReader {
  private readonly errors: ErrorObservation[] = []

  constructor(private readonly context: ParseContext) {}

  get found(): number {
    return this.errors.length
  }

  passOver = (): boolean => false

  push(line: string, lineNumber: number): void {
    const retry = retryingSchema.safeParse(camelKeys(readWireLine(line).value, 1))
    if (!retry.success) return
    const said = readNodeError(retry.data.errorMessage ?? '', retry.data.statusCode)
    if (said === 'cut off' || said.status === null) return
    this.errors.push(errorOf(said, `line ${lineNumber}`, this.context))
  }

  end(): Parsed {
    return { errors: this.errors }
  }
}

export const STREAM_JSON: LineFormat = {
  source: 'error_text',
  recognise: (line) => (RETRYING.test(line) ? 'an error body' : null),
  continues: (line) => line.trim() === '',
  reader: (context) => new StreamJsonReader(context),
}

import { exampleOf } from '../evidence/example.ts'
import type { Found } from './text/finder.ts'
import type { ParseContext, Parsed } from './parser.ts'
import { rejectOf } from './reject.ts'
import type { TextLines } from './text/text-lines.ts'

/**
 * What was found in lines that are an example: its refusals and readings are kept as such, of what else there is in it only
 * a note. Rows are kept in columns by day, of which all counts and lanes are made: an example among them would have to be
 * left out in every one.
 */
export function asExample(found: Found, from: number, lines: TextLines, context: ParseContext): Found {
  const { errors = [], snapshots = [], rejects = [], records, calls, costs, devices } = found.parsed
  const more = [records, calls, costs, devices].reduce((sum, list) => sum + (list?.length ?? 0), 0)
  const note = rejectOf(context, {
    line: lines.lineOf(from),
    reason: `an example: ${more} rows or calls in it are not taken for those of the account`,
    text: lines.texts.slice(from, found.to).join('\n'),
  })
  const parsed: Parsed = {
    errors: errors.map((error) => exampleOf('error', { ...error, readWith: null })),
    snapshots: snapshots.map((snapshot) => exampleOf('snapshot', snapshot)),
    rejects: more === 0 ? rejects : [...rejects, note],
  }
  return { ...found, why: `an example: ${found.why}`, parsed, example: true }
}

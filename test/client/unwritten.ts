import { squeeze } from './printed.ts'
import type { ClientFile } from './read-scenario.ts'
import { isTextName, TEXTS } from './texts.ts'
import { refusalsOf, type Truth } from './truth.ts'

/**
 * How many refusals of each text a client did not write into its logs. In print mode it ends right after the last one, and
 * on a busy machine that line is lost (seen once in 40 runs); what is not there cannot be read.
 */
export function unwrittenIn(logs: readonly ClientFile[], truth: Truth): ReadonlyMap<string, number> {
  const failed = logs
    .flatMap(({ bytes }) => new TextDecoder().decode(bytes).split('\n'))
    .filter((line) => line.includes('llm request failed'))
    .map(squeeze)
  const names = [...new Set(refusalsOf(truth).map(({ refused = '' }) => refused))].filter(isTextName)
  return new Map(
    names.flatMap((name) => {
      const { status, message, type } = TEXTS[name]
      // Of a gateway's page the client tells the status alone.
      const said = squeeze(type === null ? `statusCode=${status}` : `${status} ${message}`)
      const written = failed.filter((line) => line.includes(said)).length
      const were = refusalsOf(truth).filter(({ refused }) => refused === name).length
      return written < were ? [[name, were - written] as const] : []
    }),
  )
}

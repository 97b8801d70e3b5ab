import { squeeze } from './printed.ts'
import type { ClientFile } from './read-scenario.ts'
import { isTextName, TEXTS } from './texts.ts'
import { refusalsOf, type Truth } from './truth.ts'

/**
 * How many refusals of each text stand nowhere in a client's logs. Print mode ends right after a refusal, and on a busy machine
 * its line seems to be lost at times (in one of four runs of `account`); what is not there cannot be read.
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

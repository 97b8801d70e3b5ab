import { readFileSync } from 'node:fs'
import type { RawCapture } from '../../shared/evidence/kinds/capture.ts'
import { parseInput, type ParsedInput } from '../../shared/parse/parse-input.ts'
import { readZone } from '../../shared/time/zone.ts'

/** The text of a file below test/fixtures. */
export const fixture = (path: string): string =>
  readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')

/** Reads a text as if somebody had pasted it. */
export function paste(body: string, details: Partial<RawCapture> = {}, zone = 'unknown'): ParsedInput {
  const known = readZone(zone)
  if (known === null) throw new Error(`not a zone: ${zone}`)
  return parseInput(
    { at: null, via: 'paste', input: 'paste', source: null, body, ...details },
    { zone: known },
  )
}

/** How much of each kind was found. */
export const counts = ({ evidence }: ParsedInput) => ({
  records: evidence.records.length,
  snapshots: evidence.snapshots.length,
  errors: evidence.errors.length,
  rejects: evidence.rejects.length,
})

/** `1-9 history_text` for each piece. */
export const outline = ({ pieces }: ParsedInput) =>
  pieces.map(({ fromLine, toLine, source, why }) =>
    why === 'prose' ? `${fromLine}-${toLine} prose` : `${fromLine}-${toLine} ${source}`,
  )

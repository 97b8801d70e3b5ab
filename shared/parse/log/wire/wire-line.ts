import { sentenceFor } from '../../../evidence/sentences/sentence-for.ts'
import type { Sentence } from '../../../evidence/sentences/sentence.ts'

/** Whether a line is a whole JSON object, as far as its ends tell. */
const isWhole = (line: string) => line.endsWith('}') || line.trimEnd().endsWith('}')

export type WireLine =
  { readonly value: unknown; readonly problem: null } | { readonly value: null; readonly problem: Sentence }

/** Reads a line of JSON. */
export function readWireLine(line: string): WireLine {
  try {
    const value: unknown = JSON.parse(line)
    return { value, problem: null }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { value: null, problem: isWhole(line) ? sentenceFor('lineNoJson') : sentenceFor('lineCutOff') }
  }
}

/** Whether a line whose type is of no interest may be passed over; one that is cut off is told. */
export const mayPassOver = isWhole

// {"timestamp": 1775104348.646, "message": {"type": "TurnBegin" · {"type":"llm.request"
const SHOWN =
  /^\{\s*"(?:timestamp|time)"\s*:\s*[\d.]{0,20}|^\{\s*"type"\s*:\s*"(?:[a-z_]{1,20}\.){0,2}[a-z_]{1,30}"/i

/** What of a line may be shown: its time or type, nothing of its content. */
export const headOfWireLine = (line: string): string => {
  const head = SHOWN.exec(line.slice(0, 120))?.[0]
  return head === undefined ? '' : `${head}…`
}

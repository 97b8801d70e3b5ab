import { cutText } from '../evidence/longest-text.ts'
import type { JsonPiece } from './parser.ts'

/** A step into a JSON value: a name or an index. */
export type Step = PropertyKey

/** `['requests', 0, 'apiKey']` → `$.requests[0].apiKey` */
const jsonPath = (steps: readonly Step[]): string =>
  steps.reduce<string>(
    (path, step) => path + (typeof step === 'number' ? `[${step}]` : `.${String(step)}`),
    '$',
  )

/** Where something stands in the input: `$.limits[0]`, or `line 3 $.limits[0]` when the JSON stood inside text. */
export function placeIn(piece: JsonPiece, steps: readonly Step[]): string {
  if (steps.length === 0) return piece.at
  const path = jsonPath(steps)
  return cutText(piece.at.includes('$') ? `${piece.at}${path.slice(1)}` : `${piece.at} ${path}`)
}

/** The piece that stands `steps` below `piece`. */
export const innerPiece = (piece: JsonPiece, steps: readonly Step[], value: unknown): JsonPiece => ({
  value,
  at: placeIn(piece, steps),
  line: piece.line,
})

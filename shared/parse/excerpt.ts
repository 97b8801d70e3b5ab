import { maskText } from './mask.ts'
import { DROPPED, isDroppedName, type ValueKind } from './scrub-names.ts'

/** How much of a refused piece is kept to show: enough to recognise it, too little to matter. */
const LENGTH = 120
// Masking looks at a longer stretch, so that the cut cannot leave the first half of a key or an address unmasked.
const LOOKED_AT = 4_000
const DEPTH = 6

/** The first characters of a text, on one line, masked. */
export function cutExcerpt(text: string): string {
  const line = maskText(text.slice(0, LOOKED_AT)).replace(/\s+/g, ' ').trim()
  return line.length > LENGTH ? `${line.slice(0, LENGTH - 1)}…` : line
}

/** The same for a JSON value that stands under `name`; what the scrubber would drop is dropped here too. */
export function excerptOfValue(value: unknown, name = ''): string {
  return cutExcerpt(writeShort(value, name, DEPTH))
}

/** JSON, but cut in depth: JSON.stringify fails on what is nested some thousand deep. */
function writeShort(value: unknown, name: string, depth: number): string {
  if (isDroppedName(name, kindOf(value))) return `"${DROPPED}"`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'nothing'
  if (depth === 0) return '…'
  if (Array.isArray(value)) {
    return `[${value
      .slice(0, 20)
      .map((item) => writeShort(item, name, depth - 1))
      .join(',')}]`
  }
  const entries = Object.entries(value).slice(0, 40)
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${writeShort(item, key, depth - 1)}`).join(',')}}`
}

function kindOf(value: unknown): ValueKind {
  if (typeof value === 'object' && value !== null) return 'container'
  if (typeof value === 'string') return 'text'
  return typeof value === 'number' ? 'number' : 'literal'
}

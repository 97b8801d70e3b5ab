import { DROPPED } from './dropped.ts'
import { maskText } from './mask.ts'
import { isDroppedName, type ValueKind } from './scrub-names.ts'

/** How much of a refused piece is kept to show: enough to recognise it, too little to matter. */
const LENGTH = 120
// Masking looks at a longer stretch, so that the cut cannot leave the first half of a key or an address unmasked.
const LOOKED_AT = 4_000
const DEPTH = 6

// "userId": "u1 · 'key': {… · in JSON that breaks off, or as Python prints it; a container runs to the end of the text
const NAMED = /(["'])([\w-]{1,60})\1(\s*:\s*)("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[[{][^]*|[^\s,}\]]+)/g

/** The first characters of a text, on one line, masked; also what stands under names that the scrubber drops. */
export function cutExcerpt(text: string): string {
  const masked = maskText(maskNamed(text.slice(0, LOOKED_AT)))
  const line = masked.replace(/\s+/g, ' ').trim()
  return line.length > LENGTH ? `${line.slice(0, LENGTH - 1)}…` : line
}

function maskNamed(text: string): string {
  let at = 0
  let masked = ''
  for (NAMED.lastIndex = 0; ;) {
    const match = NAMED.exec(text)
    if (!match) return masked + text.slice(at)
    const [whole, quote = '', name = '', colon = '', value = ''] = match
    const valueAt = match.index + whole.length - value.length
    const dropped = isDroppedName(name, kindOfText(value))
    masked += dropped
      ? `${text.slice(at, match.index)}${quote}${name}${quote}${colon}"${DROPPED}"`
      : text.slice(at, valueAt)
    at = dropped ? match.index + whole.length : valueAt
    // What stands in a kept container has names of its own.
    NAMED.lastIndex = Math.max(at, match.index + 1)
  }
}

function kindOfText(value: string): ValueKind {
  if (/^["']/.test(value)) return 'text'
  if (/^[[{]/.test(value)) return 'container'
  return /^[-\d]/.test(value) ? 'number' : 'literal'
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

import { camelKey } from '../json/camel-keys.ts'
import { endOfString, endOfValue, isSpace, textOfToken } from '../json/json-token.ts'
import { DROPPED, isPlain } from './dropped.ts'
import { keptUnder, NOTHING_KEPT, type KeptFields } from '../json/kept-fields.ts'
import { maskCredentials, maskText } from './mask.ts'
import { keptOfMessage } from '../log/kept-message.ts'
import { PLACEHOLDER } from './unknown-wording.ts'

/** A container that the walk is in. */
interface Frame {
  readonly object: boolean
  readonly kept: KeptFields
  /** What may be kept of the value that comes next. */
  next: KeptFields
  name: string
}

export interface Scrubbed {
  readonly body: string
  /** Names under which something was dropped, as the body spells them. */
  readonly dropped: ReadonlySet<string>
}

/**
 * Takes out of a valid JSON text what may not be kept, by walking over its tokens. All else stays byte for byte: parsing
 * and writing again would turn `1.0` into `1` and round long numbers.
 *
 *     {"userId": "u1", "usage": {"limit": 1.0, "owner": {"name": "x"}}}
 *     {"userId": "[dropped]", "usage": {"limit": 1.0, "owner": {}}}
 *
 * Credentials that stand in a kept text (`sk-…`, JWTs, Bearer) are masked as well. The walk keeps its own stack, so that
 * depth costs memory only.
 */
export function scrubJson(json: string, kept: KeptFields): Scrubbed {
  const out = new Rewrite(json)
  const dropped = new Set<string>()
  const stack: Frame[] = []
  let nameNext = false

  for (let at = 0; at < json.length;) {
    const char = json.charAt(at)
    const frame = stack.at(-1)
    if (isSpace(char) || char === ':') {
      at += 1
    } else if (char === ',') {
      nameNext = frame?.object ?? false
      at += 1
    } else if (char === '}' || char === ']') {
      stack.pop()
      nameNext = false
      at += 1
    } else if (nameNext && frame) {
      frame.name = out.maskName(at, (name) => frame.kept.names?.has(camelKey(name)) === true)
      frame.next = keptUnder(frame.kept, frame.name)
      nameNext = false
      at = endOfString(json, at)
    } else {
      const of = frame ? frame.next : kept
      const inside = char === '{' ? of.names : char === '[' ? of.items : undefined
      if (inside !== undefined) {
        nameNext = char === '{'
        stack.push({ object: nameNext, kept: of, next: of.items ?? NOTHING_KEPT, name: frame?.name ?? '' })
        at += 1
      } else {
        const end = out.keep(at, of)
        if (end.dropped && frame) dropped.add(frame.name)
        at = end.at
      }
    }
  }
  return { body: out.text(), dropped }
}

/** Nothing stands there that could be kept by mistake, and that it is nothing is worth knowing: a last page says so. */
const EMPTY: ReadonlySet<string> = new Set(['""', 'null'])

/** Names are counted, and may be ids or addresses themselves where a service keys its objects by them. */
const LONGEST_NAME = 120

/** A copy of the text in the making: untouched stretches, and tokens that are written anew. */
class Rewrite {
  private readonly parts: string[] = []
  private copied = 0

  constructor(private readonly json: string) {}

  /** Keeps the value at `at` as far as it may be, and of what kind it was; gives the index after it. */
  keep(at: number, kept: KeptFields): { readonly at: number; readonly dropped: boolean } {
    const end = endOfValue(this.json, at)
    const token = this.json.slice(at, end)
    const reduced = reduce(token, kept)
    if (reduced !== token) this.replace(at, end, reduced)
    return { at: end, dropped: reduced !== token && kept.scalar === undefined }
  }

  /** Keeps the name at `at`; of one that is not known nothing that tells of a person. Gives what it says now. */
  maskName(at: number, isKnown: (name: string) => boolean): string {
    const end = endOfString(this.json, at)
    const said = textOfToken(this.json.slice(at, end))
    if (isKnown(said)) return said
    const masked = maskText(said).slice(0, LONGEST_NAME)
    if (masked !== said) this.replace(at, end, JSON.stringify(masked))
    return masked
  }

  text(): string {
    return this.parts.length === 0 ? this.json : this.parts.join('') + this.json.slice(this.copied)
  }

  private replace(from: number, to: number, by: string): void {
    this.parts.push(this.json.slice(this.copied, from), by)
    this.copied = to
  }
}

/** What is kept of a value that the walk does not go into, as JSON. */
function reduce(token: string, { scalar, names, items }: KeptFields): string {
  const first = token.charAt(0)
  if (first === '{' || first === '[') return /^.\s*.$/s.test(token) ? token : first === '{' ? '{}' : '[]'
  if (EMPTY.has(token)) return token
  if (first === '"') return reduceText(token, scalar)
  if (scalar !== undefined || first === 't' || first === 'f') return token
  // in the place of an object or a list it is a fault, which is told by its kind
  return names || items ? '0' : JSON.stringify(DROPPED)
}

function reduceText(token: string, scalar: KeptFields['scalar']): string {
  const said = textOfToken(token)
  if (scalar === undefined || (scalar === 'plain' && !isPlain(said))) return JSON.stringify(DROPPED)
  const kept = scalar === 'message' ? keptOfMessage(said) || PLACEHOLDER : maskCredentials(said)
  return kept === said ? token : JSON.stringify(kept)
}

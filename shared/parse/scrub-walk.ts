import { endOfString, endOfValue, isSpace, textOfToken } from './json-token.ts'
import { maskCredentials } from './mask.ts'
import { allowedBelow, isAllowed, type AllowedNames } from './scrub-lists.ts'
import { DROPPED, isDroppedName, isPriceName, isWalletName, type ValueKind } from './scrub-names.ts'

/** A container that the walk is in. An array hands the name that it stands under to its items. */
interface Frame {
  readonly object: boolean
  readonly inWallet: boolean
  /** Of the object, or of the objects in the array. */
  readonly allowed: AllowedNames
  name: string
}

export interface Scrubbed {
  readonly body: string
  /** Names under which something was dropped, as the body spells them. */
  readonly dropped: ReadonlySet<string>
}

/**
 * Replaces what stands under a dropped name, by walking over the tokens of a valid JSON text. All else stays byte for
 * byte: parsing and writing again would turn `1.0` into `1` and round long numbers.
 *
 *     {"userId": "u1", "n": 1.0, "goods": {"id": 7}}
 *     {"userId": "[dropped]", "n": 1.0, "goods": {"id": "[dropped]"}}
 *
 * Of a list of devices or keys only names that are known keep what stands under them; `allowedAtTop` are those of the
 * whole. Credentials that stand in a kept text (`sk-…`, JWTs, Bearer) are masked as well. The walk keeps its own stack, so that
 * depth costs memory only.
 */
export function scrubJson(json: string, allowedAtTop: AllowedNames = null): Scrubbed {
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
      frame.name = out.maskText(at)
      nameNext = false
      at = endOfString(json, at)
    } else {
      const name = frame?.name ?? ''
      const kind = kindOf(char)
      const inWallet = frame?.inWallet === true || isWalletName(name)
      const unknown = frame?.object === true && !isAllowed(name, frame.allowed)
      if (unknown || isDroppedName(name, kind) || (isPriceName(name) && !inWallet)) {
        dropped.add(name)
        at = out.drop(at)
      } else if (kind === 'container') {
        nameNext = char === '{'
        stack.push({
          object: nameNext,
          inWallet,
          allowed: frame ? allowedIn(frame, !nameNext) : allowedAtTop,
          name: nameNext ? '' : name,
        })
        at += 1
      } else {
        if (kind === 'text') out.maskText(at)
        at = endOfValue(json, at)
      }
    }
  }
  return { body: out.text(), dropped }
}

const allowedIn = ({ object, allowed, name }: Frame, isList: boolean): AllowedNames =>
  object ? allowedBelow(allowed, name, isList) : allowed

function kindOf(char: string): ValueKind {
  if (char === '"') return 'text'
  if (char === '{' || char === '[') return 'container'
  return char === '-' || (char >= '0' && char <= '9') ? 'number' : 'literal'
}

/** Nothing stands there that could be kept by mistake, and that it is nothing is worth knowing: a last page says so. */
const EMPTY: ReadonlySet<string> = new Set(['""', 'null'])

/** A copy of the text in the making: untouched stretches, and tokens that are written anew. */
class Rewrite {
  private readonly parts: string[] = []
  private copied = 0

  constructor(private readonly json: string) {}

  /** Puts the mark in the place of the value at `at`; gives the index after it. */
  drop(at: number): number {
    const end = endOfValue(this.json, at)
    if (!EMPTY.has(this.json.slice(at, end))) this.replace(at, end, DROPPED)
    return end
  }

  /** Masks credentials in the string at `at`; gives what the string says now. */
  maskText(at: number): string {
    const end = endOfString(this.json, at)
    const said = textOfToken(this.json.slice(at, end))
    const masked = maskCredentials(said)
    if (masked !== said) this.replace(at, end, masked)
    return masked
  }

  text(): string {
    return this.parts.length === 0 ? this.json : this.parts.join('') + this.json.slice(this.copied)
  }

  private replace(from: number, to: number, by: string): void {
    this.parts.push(this.json.slice(this.copied, from), JSON.stringify(by))
    this.copied = to
  }
}

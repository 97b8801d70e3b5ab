import { camelKey } from './camel-keys.ts'
import { isObject } from './json-object.ts'
import { recogniseJson } from './json-sources.ts'
import { namesOf, MESSAGE, NOTHING_KEPT, PLAIN, type KeptFields } from './kept-fields.ts'
import { readErrorBody } from '../text/errors/error-body.ts'
import type { CaptureSource } from '../../evidence/kinds/capture.ts'

/** So deep a body that is known is looked for in another, as json-value.ts does. */
const DEEPEST = 6

const ERROR = { message: MESSAGE, type: PLAIN, status: PLAIN, code: PLAIN }
const ERROR_BODY = namesOf({ ...ERROR, error: namesOf(ERROR) })

/** What of a JSON value may be kept: of the bodies that are known, wherever they stand in it, what their parsers read. */
export function keptIn(value: unknown, claim: CaptureSource | null): KeptFields {
  return known(value, claim) ?? inside(value, 1)
}

const isAnything = (kept: KeptFields): boolean => Object.keys(kept).length > 0

const known = (value: unknown, claim: CaptureSource | null): KeptFields | null =>
  recogniseJson(value, claim)?.source.kept(value) ?? (readErrorBody(value) ? ERROR_BODY : null)

function inside(value: unknown, depth: number): KeptFields {
  if (depth > DEEPEST) return NOTHING_KEPT
  const below = (item: unknown) => known(item, null) ?? inside(item, depth + 1)
  if (Array.isArray(value)) return { items: value.map(below).find(isAnything) ?? NOTHING_KEPT }
  if (!isObject(value)) return NOTHING_KEPT
  const names = Object.entries(value).map(([name, item]) => [camelKey(name), below(item)] as const)
  return { names: new Map(names.filter(([, kept]) => isAnything(kept))) }
}

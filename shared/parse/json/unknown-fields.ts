import type { CaptureSource } from '../../evidence/kinds/capture.ts'
import { groupBy } from '../../evidence/group-by.ts'
import type { UnknownField } from '../../evidence/kinds/reject.ts'
import { camelKey } from './camel-keys.ts'
import { maskText } from '../scrub/mask.ts'
import { z } from '../zod.ts'

/** A body with more new names than this is no drift; the rest is counted under one name. */
const MAX_NAMES = 200
const MAX_PATH_LENGTH = 120
const OTHERS = '…'

/** Counts names that a schema does not know, by path: `requests[].foo`. Values are not looked at. */
export class UnknownFieldCount {
  private readonly counts = new Map<string, number>()

  constructor(private readonly source: CaptureSource) {}

  /** One more field `name` below `parent` (`requests[]`, or empty at the top). */
  add(parent: string, name: string): void {
    const path = parent + BETWEEN + name
    const known = this.counts.get(path)
    if (known !== undefined || this.counts.size < MAX_NAMES) this.counts.set(path, (known ?? 0) + 1)
    else this.counts.set(OTHERS, (this.counts.get(OTHERS) ?? 0) + 1)
  }

  list(): UnknownField[] {
    const shown = groupBy(this.counts, ([path]) => showPath(path))
    return [...shown]
      .map(([path, counts]) => ({
        source: this.source,
        path,
        count: counts.reduce((sum, [, n]) => sum + n, 0),
      }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }
}

/** Stands between the names that a schema knows and the one that it does not. */
const BETWEEN = '\u0000'

/**
 * A name may itself be an id or an address, where a service keys its objects by them: it is masked by itself, as it is in a
 * body that was scrubbed.
 */
function showPath(path: string): string {
  const end = path.indexOf(BETWEEN)
  const [parent, name] = [path.slice(0, Math.max(0, end)), maskText(path.slice(end + 1))]
  return maskText(parent === '' ? name : `${parent}.${name}`).slice(0, MAX_PATH_LENGTH)
}

/** The fields of a value, as the source spells them, that its schema does not name. */
export function findUnknownFields(
  schema: z.core.$ZodType,
  value: unknown,
  source: CaptureSource,
): UnknownField[] {
  const count = new UnknownFieldCount(source)
  countBelow(schema, value, '', count)
  return count.list()
}

// Follows the schema, so it goes no deeper than the schema does. Leaves (pipes, unknown) end the walk.
function countBelow(schema: z.core.$ZodType, value: unknown, path: string, count: UnknownFieldCount): void {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    countBelow(schema.unwrap(), value, path, count)
  } else if (schema instanceof z.ZodArray) {
    if (!Array.isArray(value)) return
    for (const item of value) countBelow(schema.element, item, `${path}[]`, count)
  } else if (schema instanceof z.ZodObject) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    for (const [name, item] of Object.entries(value)) {
      const known = camelKey(name)
      const field = Object.hasOwn(schema.shape, known) ? schema.shape[known] : undefined
      if (field) countBelow(field, item, path === '' ? name : `${path}.${name}`, count)
      else count.add(path, name)
    }
  }
}

import { camelKey } from './camel-keys.ts'
import { apiKeySchema } from './console/list-api-keys.schema.ts'
import { deviceSchema } from './console/list-devices.schema.ts'
import { fieldOf } from './json-object.ts'

/** Names that may stay in an object, in camelCase; null where all may but those that are dropped anywhere. */
export type AllowedNames = ReadonlySet<string> | null

/**
 * What is said of a device or a key is not published (docs/kimi.md#keys-and-devices), so it cannot be told by its name
 * whether it may be kept: of these lists only the fields that are read stay (issue 5).
 */
const LISTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['devices', new Set(Object.keys(deviceSchema.shape))],
  ['apiKeys', new Set(Object.keys(apiKeySchema.shape))],
])

/** Nothing of what stands inside a known field has a name that we know. */
const NONE: ReadonlySet<string> = new Set()

/** For the object that an answer is: where it holds one of these lists, only the list. */
export function allowedInAnswer(value: unknown): AllowedNames {
  for (const list of LISTS.keys()) if (Array.isArray(fieldOf(value, list))) return new Set([list])
  return null
}

/** For what stands under a name of an object that itself has allowed names; for the items of a list, where it is one. */
export const allowedBelow = (outer: AllowedNames, name: string, isList: boolean): AllowedNames =>
  (isList ? LISTS.get(camelKey(name)) : undefined) ?? (outer === null ? null : NONE)

export const isAllowed = (name: string, allowed: AllowedNames): boolean =>
  allowed === null || allowed.has(camelKey(name))

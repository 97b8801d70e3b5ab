import { camelKey } from './camel-keys.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands under a camelCase name in either spelling; undefined where nothing does, or `value` is no object. */
export function fieldOf(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined
  if (Object.hasOwn(value, name)) return value[name]
  const spelled = Object.keys(value).find((key) => camelKey(key) === name)
  return spelled === undefined ? undefined : value[spelled]
}

/** Whether an object has a field of one of these camelCase names, in either spelling. */
export const hasAny = (value: unknown, names: readonly string[]): boolean =>
  isObject(value) && Object.keys(value).some((key) => names.includes(camelKey(key)))

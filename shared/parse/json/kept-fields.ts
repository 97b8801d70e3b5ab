import { anything, flag, message, quantity, text, unread } from './leaf.ts'
import { camelKey } from './camel-keys.ts'
import { z } from '../zod.ts'

/**
 * What may be kept of a value: of an object what stands under known names, of a list its items, of anything else a `text`,
 * what is `plain` (a number, a time, a constant), or a `message` of an error as far as its words are known. What is not named here is kept as a name, and nothing more.
 */
export interface KeptFields {
  readonly names?: ReadonlyMap<string, KeptFields>
  readonly items?: KeptFields
  readonly scalar?: 'text' | 'plain' | 'message'
}

/** Nothing but that it is there, and of what kind. */
export const NOTHING_KEPT: KeptFields = {}
export const PLAIN: KeptFields = { scalar: 'plain' }
export const TEXT: KeptFields = { scalar: 'text' }
export const MESSAGE: KeptFields = { scalar: 'message' }

export const namesOf = (names: Readonly<Record<string, KeptFields>>): KeptFields => ({
  names: new Map(Object.entries(names)),
})

/** What a parser can read, by the schema that it reads with. */
export function keptBySchema(schema: z.core.$ZodType): KeptFields {
  if (schema === text) return TEXT
  if (schema === message) return MESSAGE
  if (schema === unread) return NOTHING_KEPT
  if (schema === quantity || schema === flag || schema === anything) return PLAIN
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return keptBySchema(schema.unwrap())
  if (schema instanceof z.ZodArray) return { items: keptBySchema(schema.element) }
  if (schema instanceof z.ZodUnion) return Object.assign({}, ...schema.options.map(keptBySchema))
  if (schema instanceof z.ZodObject)
    return namesOf(
      Object.fromEntries(
        Object.entries(schema.shape).map(([name, field]): [string, KeptFields] => [
          name,
          keptBySchema(field),
        ]),
      ),
    )
  throw new TypeError('no rule for a field of this kind')
}

/** What may be kept under a name of an object, however it is spelled. */
export const keptUnder = ({ names }: KeptFields, name: string): KeptFields =>
  names?.get(camelKey(name)) ?? NOTHING_KEPT

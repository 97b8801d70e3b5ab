import { fieldOf } from '../json-object.ts'
import type { JsonParser } from '../parser.ts'
import { readBody } from '../read-body.ts'
import { apiKeyListSchema } from './list-api-keys.schema.ts'

/** Why a value is a list of API keys, or null. */
export const recogniseApiKeys = (value: unknown): string | null =>
  Array.isArray(fieldOf(value, 'apiKeys')) ? 'a list under "apiKeys"' : null

/**
 * A list of API keys gives no evidence: the rows of the history name the key that made them, and nothing else about a
 * key may be kept. It is known, so that it is not refused, and its new fields are counted.
 */
export const parseApiKeys: JsonParser = (piece, context) => {
  const { rejects, unknownFields } = readBody(apiKeyListSchema, 'ListAPIKeys', piece, context)
  return { rejects, unknownFields }
}

import type { Recognition } from '../../evidence/sentences/recognitions.ts'
import { fieldOf } from '../json/json-object.ts'
import { keyNamed } from '../json/key-named.ts'
import type { JsonParser } from '../parser.ts'
import { placeIn } from '../place.ts'
import { readBody } from '../json/read-body.ts'
import { apiKeyListSchema } from './list-api-keys.schema.ts'

/** Why a value is a list of API keys, or null. */
export const recogniseApiKeys = (value: unknown): Recognition | null =>
  Array.isArray(fieldOf(value, 'apiKeys')) ? 'a list under "apiKeys"' : null

/** Reads the names of API keys, which the rows of the history show as well, and nothing else of them. */
export const parseApiKeys: JsonParser = (piece, context) => {
  const { body, rejects, unknownFields } = readBody(apiKeyListSchema, 'ListAPIKeys', piece, context)
  const devices = (body?.apiKeys ?? []).flatMap((key, index) =>
    key && key.name !== null ? [keyNamed(key.name, placeIn(piece, ['apiKeys', index]), context)] : [],
  )
  return { devices, rejects, unknownFields }
}

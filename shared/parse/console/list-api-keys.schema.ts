import { anything, text } from '../leaf.ts'
import { z } from '../zod.ts'

/**
 * Names that are known of a key (docs/kimi.md#keys-and-devices), so that new ones show; the values of those are
 * dropped.
 */
export const apiKeySchema = z.looseObject({
  id: anything,
  name: text,
  key: anything,
  status: anything,
  scope: anything,
  createTime: anything,
  updateTime: anything,
})

/** APIKeyService/ListAPIKeys. */
export const apiKeyListSchema = z.looseObject({
  apiKeys: z.array(apiKeySchema.nullish()).nullish(),
  nextPageToken: anything,
})

import { text, unread } from '../json/leaf.ts'
import { z } from '../zod.ts'

/**
 * Names that are known of a key (docs/kimi.md#keys-and-devices), so that new ones show; the values of those are
 * dropped.
 */
const apiKeySchema = z.looseObject({
  id: unread,
  name: text,
  key: unread,
  status: unread,
  scope: unread,
  createTime: unread,
  updateTime: unread,
})

/** APIKeyService/ListAPIKeys. */
export const apiKeyListSchema = z.looseObject({
  apiKeys: z.array(apiKeySchema.nullish()).nullish(),
  nextPageToken: unread,
})

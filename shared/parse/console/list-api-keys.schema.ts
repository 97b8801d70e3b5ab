import { anything } from '../leaf.ts'
import { z } from '../zod.ts'

/** APIKeyService/ListAPIKeys (KIMI.md 2.5): names that are known, so that new ones show. */
export const apiKeyListSchema = z.looseObject({
  apiKeys: z
    .array(
      z
        .looseObject({
          id: anything,
          name: anything,
          key: anything,
          status: anything,
          scope: anything,
          createTime: anything,
          updateTime: anything,
        })
        .nullish(),
    )
    .nullish(),
  nextPageToken: anything,
})

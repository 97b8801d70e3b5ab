import { unread } from '../json/leaf.ts'
import { z } from '../zod.ts'

/**
 * The page of ListUnifiedRequests (docs/kimi.md#history). Rows are checked one by one by request-row.ts: a schema for
 * each of a hundred thousand rows takes longer than all else together (test/bench/parse-json.bench.ts).
 */
export const requestPageSchema = z.looseObject({
  requests: z.array(z.unknown()).nullish(),
  // Not seen yet for this method; following it is the capture's work.
  nextPageToken: unread,
})

import { anything, message, text, unread } from '../json/leaf.ts'
import { z } from '../zod.ts'

/** The error envelope of the console's services (docs/kimi.md#console-services). */
export const connectErrorSchema = z.looseObject({
  code: text,
  message,
  details: z
    .array(
      z
        .looseObject({
          type: unread,
          value: unread,
          debug: z
            .looseObject({
              reason: anything,
              localizedMessage: z.looseObject({ locale: unread, message }).nullish(),
            })
            .nullish(),
        })
        .nullish(),
    )
    .nullish(),
})

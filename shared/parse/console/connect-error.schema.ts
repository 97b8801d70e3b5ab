import { text, unread } from '../leaf.ts'
import { z } from '../zod.ts'

/** The error envelope of the console's services (docs/kimi.md#console-services). */
export const connectErrorSchema = z.looseObject({
  code: text,
  message: text,
  details: z
    .array(
      z
        .looseObject({
          type: unread,
          value: unread,
          debug: z
            .looseObject({
              reason: text,
              localizedMessage: z.looseObject({ locale: unread, message: text }).nullish(),
            })
            .nullish(),
        })
        .nullish(),
    )
    .nullish(),
})

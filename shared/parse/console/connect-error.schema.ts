import { anything, text } from '../leaf.ts'
import { z } from '../zod.ts'

/** The error envelope of the console's services (docs/kimi.md#console-services). */
export const connectErrorSchema = z.looseObject({
  code: text,
  message: text,
  details: z
    .array(
      z
        .looseObject({
          type: anything,
          value: anything,
          debug: z
            .looseObject({
              reason: text,
              localizedMessage: z.looseObject({ locale: anything, message: text }).nullish(),
            })
            .nullish(),
        })
        .nullish(),
    )
    .nullish(),
})

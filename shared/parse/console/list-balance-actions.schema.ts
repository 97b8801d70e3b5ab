import { anything, quantity, text, unread } from '../json/leaf.ts'
import { z } from '../zod.ts'

/** MembershipService/ListBalanceActions: what the membership page's list of single calls is drawn from. Money is not read. */
export const balanceActionsSchema = z.looseObject({
  actions: z
    .array(
      z
        .looseObject({
          id: unread,
          feature: text,
          title: text,
          status: text,
          timestamp: anything,
          items: z
            .array(
              z
                .looseObject({
                  amountRatio: quantity,
                  amount: unread,
                  unit: anything,
                  amountMoney: unread,
                })
                .nullish(),
            )
            .nullish(),
        })
        .nullish(),
    )
    .nullish(),
  nextPageToken: unread,
})
export type BalanceAction = NonNullable<NonNullable<z.output<typeof balanceActionsSchema>['actions']>[number]>

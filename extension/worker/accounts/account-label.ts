import { z } from '../../../shared/parse/zod.ts'

const PREFIX = 'account-'

/** Where an account's id may stand in an answer of GetCurrentUser (names only; the answer itself is never kept). */
const userSchema = z.looseObject({ id: z.string().optional(), userId: z.string().optional() })
const schema = z.looseObject({
  user: userSchema.optional(),
  id: z.string().optional(),
  userId: z.string().optional(),
})

/** The account id in an answer of GetCurrentUser; null where there is none. It must go no further than `accountLabel`. */
export function accountIdIn(body: string): string | null {
  const parsed = schema.safeParse(json(body)).data
  return parsed?.user?.id ?? parsed?.user?.userId ?? parsed?.id ?? parsed?.userId ?? null
}

function json(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null // not an answer of that method, whatever it is
  }
}

/**
 * An opaque label for an account (docs/verdicts.md#accounts): an HMAC under a key made at installation. It tells
 * accounts of this installation apart, and means nothing anywhere else.
 */
export async function accountLabel(accountId: string, key: CryptoKey): Promise<string> {
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(accountId)))
  const hex = Array.from(mac.slice(0, 6), (byte) => byte.toString(16).padStart(2, '0'))
  return `${PREFIX}${hex.join('')}`
}

/** Whether an account is one that a console page named; imports may have gone to others. */
export const isAccountLabel = (account: string): boolean => account.startsWith(PREFIX)

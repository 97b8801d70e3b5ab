import { z } from '../../../shared/parse/zod.ts'
import { storedValue, type StorageArea } from '../stored-value.ts'

const BYTES = 32
const bytes: z.ZodType<readonly number[] | null> = z.array(z.int().min(0).max(255)).length(BYTES).nullable()

/** The key under which account ids become labels: random, made once, and kept where only the extension reads. */
export async function installationKey(area: StorageArea): Promise<CryptoKey> {
  const kept = storedValue(area, 'installationKey', bytes, null)
  const made = await kept.change((known) => known ?? [...crypto.getRandomValues(new Uint8Array(BYTES))])
  const usage: KeyUsage[] = ['sign']
  return crypto.subtle.importKey(
    'raw',
    new Uint8Array(made ?? []),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    usage,
  )
}
